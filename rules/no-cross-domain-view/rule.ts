import { defineProjectRule } from "@domain-isolation/model";
import { nameInWords } from "../schema-words.js";
import { reachesOut } from "./reaches-out.js";

export default defineProjectRule({
  description: "Views, triggers, functions, sequences and inheritance stay within one domain.",
  level: "error",
  recommended: true,
  messages: {
    reads: {
      text: "{{object}} of {{from}} reads `{{target}}`, which {{to}} owns",
      help: "ask {{to}} for what is needed, and put it together in code: after the split the table is in another database",
    },
    writes: {
      text: "{{object}} of {{from}} writes `{{target}}`, which {{to}} owns",
      help: "tell {{to}} what has happened instead, by its public entry or a message",
    },
    inherits: {
      text: "{{object}} of {{from}} inherits from `{{target}}`, which {{to}} owns",
      help: "give it columns of its own: the parent goes to another database",
    },
    numbers: {
      text: "{{object}} of {{from}} belongs to a column of `{{target}}`, which {{to}} owns",
      help: "give each table a sequence of its own in its own database",
    },
  },
  *judge({ project, map }) {
    for (const reach of reachesOut(project.databases, map)) {
      const { how, object, target, at, from, to, because } = reach;
      yield {
        messageId: how,
        file: at.file,
        span: at.span,
        from,
        to,
        data: { object, target: nameInWords(target), from, to },
        because,
        identity: [object, how, nameInWords(target)],
        tier: "linked",
      };
    }
  },
});
