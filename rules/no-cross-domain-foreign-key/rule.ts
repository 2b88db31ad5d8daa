import { defineProjectRule } from "@domain-isolation/model";
import { nameInWords } from "../schema-words.js";
import { crossingKeys } from "./crossing-keys.js";

export default defineProjectRule({
  description: "No foreign key points from a table of one domain to one of another.",
  level: "error",
  recommended: true,
  options: {
    history: {
      values: ["ignore", "report"],
      description:
        "Whether a foreign key that a later migration has dropped is reported too; `--history` does so.",
    },
  },
  messages: {
    foreignKey: {
      text: "`{{table}}` of {{from}} has a foreign key to `{{target}}`, which {{to}} owns",
      help: "drop it in a migration, and declare `{{column}}` in `softReferences` of {{from}}: two databases hold no key together",
    },
    dropped: {
      text: "`{{table}}` of {{from}} had a foreign key to `{{target}}`, which {{to}} owns; a later migration drops it",
      help: "nothing is left to do, unless the migrations are run from the first one on",
    },
  },
  *judge({ project, map, options }) {
    for (const key of crossingKeys(project.databases, map, options.history === "report")) {
      const { table, columns, references, at, from, to, because, isDropped } = key;
      const data = { table: nameInWords(table), target: nameInWords(references), from, to };
      yield {
        messageId: isDropped ? "dropped" : "foreignKey",
        file: at.file,
        span: at.span,
        from,
        to,
        data: { ...data, column: `${data.table}.${columns[0] ?? ""}` },
        because,
        identity: [data.table, columns.join(), data.target],
        tier: "linked",
      };
    }
  },
});
