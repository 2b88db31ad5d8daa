import { defineFileRule } from "@domain-isolation/model";
import { qualifiedName, tableInWords } from "../table-words.js";
import { foreignRelations } from "./foreign-relations.js";

export default defineFileRule({
  description: "The entities of one domain have no relation to those of another.",
  level: "error",
  recommended: true,
  schemas: true,
  messages: {
    relation: {
      text: "the relation `{{property}}` leads from {{entity}} of {{from}} to {{target}} of {{to}}",
      help: "keep its key as a plain column, and ask {{to}} for the row: no foreign key reaches into another database",
    },
  },
  *judge({ file, facts, map }) {
    for (const entity of facts.data(file).entities) {
      for (const { relation, table, target, from, to, because } of foreignRelations(entity, map)) {
        const { property, span } = relation;
        const words = { entity: tableInWords(table), target: tableInWords(target) };
        yield {
          messageId: "relation",
          file,
          span,
          from,
          to,
          data: { ...words, property, from, to },
          because,
          identity: [entity.name, property, qualifiedName(target)],
          tier: entity.tier,
        };
      }
    }
  },
});
