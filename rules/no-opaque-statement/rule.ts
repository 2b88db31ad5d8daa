import { defineFileRule } from "@domain-isolation/model";
import { thisStatement } from "../library-words.js";

export default defineFileRule({
  description: "Of every statement it can be told which tables it touches.",
  level: "off",
  recommended: false,
  strict: "warn",
  messages: {
    opaque: {
      text: "which tables {{statement}} touches can't be told: {{reason}}",
      help: "name the tables where the statement is made, or in a constant that it leads to",
    },
  },
  *judge({ file, facts, map }) {
    const owner = map.owner(file);
    if (owner === null || map.hasRole(file, "test")) return;
    for (const { library, operation, opaque, span, tier } of facts.data(file).statements) {
      if (opaque === null) continue;
      yield {
        messageId: "opaque",
        file,
        span,
        from: owner.domain,
        to: null,
        data: { statement: thisStatement(library), reason: opaque },
        because: null,
        identity: [library, operation, opaque],
        tier,
      };
    }
  },
});
