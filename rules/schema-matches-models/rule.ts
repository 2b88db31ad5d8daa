import { defineProjectRule } from "@domain-isolation/model";
import { nameInWords } from "../schema-words.js";
import { drifts } from "./drifts.js";

export default defineProjectRule({
  description: "What the models declare is what the migrations make.",
  level: "warn",
  recommended: true,
  messages: {
    missing: {
      text: "`{{table}}` is declared for {{from}}, but its migrations don't make it",
      help: "write the migration that makes it, or remove the declaration",
    },
    undeclared: {
      text: "the migrations of {{from}} make `{{table}}`, which {{source}} doesn't declare",
      help: "declare it, or drop it in a migration",
    },
    different: {
      text: "`{{table}}` of {{from}} is not what its migrations make: {{differences}}",
      help: "write the migration that is missing, or bring the declaration in line",
    },
    unread: {
      text: "`{{table}}` of {{from}} isn't compared with its migrations: {{differences}}",
      help: "declare it so that it can be read without running it",
    },
  },
  *judge({ project: { databases }, map }) {
    for (const { messageId, table, at, from, source, differences, tier } of drifts(
      databases,
      map,
    )) {
      yield {
        messageId,
        file: at.file,
        span: at.span,
        from,
        to: null,
        data: { table: nameInWords(table), from, source, differences },
        because: null,
        identity: [messageId, nameInWords(table)],
        tier,
      };
    }
  },
});
