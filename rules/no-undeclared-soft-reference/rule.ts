import { defineProjectRule } from "@domain-isolation/model";
import { nameInWords } from "../schema-words.js";
import { softReferences } from "./soft-references.js";

export default defineProjectRule({
  description: "A column that means a row of another domain's table is declared in the map.",
  level: "error",
  recommended: true,
  messages: {
    undeclared: {
      text: "`{{column}}` of {{from}} looks like a reference to `{{target}}`, which {{to}} owns",
      help: 'declare it in `softReferences` of {{from}}: `"{{column}}": { to: "{{to}}.{{target}}", policy: "checked" }`, or drop it',
    },
    ambiguous: {
      text: "`{{column}}` of {{from}} looks like a reference to {{candidates}}, which {{to}} owns",
      help: 'say in `softReferences` of {{from}} which it is: `"{{column}}": { to: "{{to}}.{{target}}", policy: "checked" }`, or drop it',
    },
  },
  *judge({ project, map }) {
    for (const { table, column, targets, from, to, because } of softReferences(
      project.databases,
      map,
    )) {
      const [target] = targets;
      const name = `${nameInWords(table)}.${column.name}`;
      yield {
        messageId: targets.length > 1 ? "ambiguous" : "undeclared",
        file: column.definedAt.file,
        span: column.definedAt.span,
        from,
        to,
        data: {
          column: name,
          from,
          to,
          target: nameInWords(target),
          candidates: targets.map((each) => `\`${nameInWords(each)}\``).join(" or "),
        },
        because,
        identity: [name],
        tier: "linked",
      };
    }
  },
});
