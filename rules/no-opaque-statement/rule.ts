import { defineFileRule } from "@domain-isolation/model";
import { isReadAsMigration } from "../migration-role.js";
import { thisStatement } from "../library-words.js";

export default defineFileRule({
  description: "Of every statement it can be told which tables it touches.",
  level: "off",
  recommended: false,
  strict: "warn",
  migrations: true,
  messages: {
    opaque: {
      text: "which tables {{statement}} touches can't be told: {{reason}}",
      help: "name the tables where the statement is made, or in a constant that it leads to",
    },
    change: {
      text: "what this migration changes here can't be told: {{reason}}",
      help: "write it so that it says itself what it changes, or see by eye that it stays in its domain",
    },
  },
  *judge(context) {
    const { file, facts, map } = context;
    const owner = map.owner(file);
    if (owner === null || map.hasRole(file, "test")) return;
    if (isReadAsMigration(context)) {
      for (const { span, reason, isBroken } of facts.migration(file).opaque) {
        // `reads-all-migrations` says so already.
        if (isBroken) continue;
        yield {
          messageId: "change",
          file,
          span,
          from: owner.domain,
          to: null,
          data: { reason },
          because: null,
          identity: [reason],
          tier: "file",
        };
      }
      return;
    }
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
