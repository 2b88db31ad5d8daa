import { defineProjectRule } from "@domain-isolation/model";
import { phantoms } from "./phantoms.js";

export default defineProjectRule({
  description: "Every table that the map gives to a domain is in its migrations.",
  level: "warn",
  recommended: true,
  messages: {
    table: {
      text: "the map gives `{{pattern}}` to {{from}}, whose migrations make no such table",
      help: "correct the name, or remove it: {{known}}",
    },
  },
  *judge({ project, map }) {
    for (const { pattern, path, domain, known } of phantoms(project.databases, map)) {
      const at = map.sourcePlace(path);
      if (!at) continue;
      yield {
        messageId: "table",
        file: at.file,
        span: at.span,
        from: domain,
        to: null,
        data: { pattern, from: domain, known },
        because: null,
        identity: [domain, pattern],
        tier: "linked",
      };
    }
  },
});
