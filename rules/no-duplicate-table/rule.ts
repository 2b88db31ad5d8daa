import { defineProjectRule } from "@domain-isolation/model";
import { nameInWords } from "../schema-words.js";
import { duplicates } from "./duplicates.js";

export default defineProjectRule({
  description: "No two domains create the same table.",
  level: "error",
  recommended: true,
  messages: {
    same: {
      text: "{{from}} and {{to}} both create `{{table}}`, which {{owner}} owns; the definitions are the same",
      help: "keep it in the migrations of {{owner}}, and drop it in those of {{other}}",
    },
    different: {
      text: "{{from}} and {{to}} both create `{{table}}`, which {{owner}} owns; they differ: {{differences}}",
      help: "keep it in the migrations of {{owner}}, and drop it in those of {{other}}",
    },
    unowned: {
      text: "{{from}} and {{to}} both create `{{table}}`, and the map says of neither that it owns it",
      help: "list `{{table}}` in `tables` of the one that owns it; in `tables` of both where each has its own; or of `shared`",
    },
  },
  *judge({ project: { databases }, map }) {
    for (const found of duplicates(databases, map)) {
      const { table, twin, dialect, from, to, owner, because } = found;
      const differences = databases.differences(table, twin, { dialect });
      const name = nameInWords(table);
      yield {
        messageId: owner === null ? "unowned" : differences.length === 0 ? "same" : "different",
        file: table.definedAt.file,
        span: table.definedAt.span,
        from,
        to,
        data: {
          table: name,
          from,
          to,
          owner: owner ?? "",
          other: owner === from ? to : from,
          differences: shortened(differences),
        },
        because,
        identity: [name],
        tier: "linked",
      };
    }
  },
});

/** "a, b, c and 4 more" */
function shortened(differences: readonly string[]): string {
  const shown = differences.slice(0, 3).join("; ");
  return differences.length > 3 ? `${shown}; and ${String(differences.length - 3)} more` : shown;
}
