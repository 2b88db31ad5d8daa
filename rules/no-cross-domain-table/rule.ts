import { defineFileRule } from "@domain-isolation/model";
import { isReadAsMigration } from "../migration-role.js";
import { isPermitted, placedUses } from "../owned-uses.js";
import { qualifiedName, tableInWords, touchVerb } from "../table-words.js";
import { isAllowedTest, testsOption } from "../tests-option.js";
import { wayToOwner } from "./way-to-owner.js";

const touching = "{{from}} code {{touches}} {{table}}, which {{to}} owns";

export default defineFileRule({
  description: "Code of one domain touches no table of another.",
  level: "error",
  recommended: true,
  options: { tests: testsOption },
  messages: {
    offered: {
      text: touching,
      help: "ask {{to}} for it: its public entry, {{offering}}, works with `{{name}}` already",
    },
    inRepository: {
      text: touching,
      help: "ask {{to}} for it: {{offering}} works with `{{name}}` already; have {{to}} export what is needed from its public entry, {{entries}}",
    },
    notOffered: {
      text: touching,
      help: "ask {{to}} for it: have {{to}} export what is needed from its public entry, {{entries}}",
    },
    noPublicEntry: {
      text: touching,
      help: "ask {{to}} for it: {{to}} has no public entry yet; have it name one in `public`",
    },
    undeclared: {
      text: touching,
      help: "do without it: {{from}} may not use {{to}}, for `mayUse` of {{from}} names {{allowed}}",
    },
  },
  *judge(context) {
    const { file, facts, map } = context;
    const from = map.owner(file)?.domain ?? null;
    if (from === null || isAllowedTest(context)) return;
    for (const owned of placedUses(facts.data(file).statements, map)) {
      if (isPermitted(owned, from, map)) continue;
      const { use, domain: to, because, statement } = owned;
      const { name, access, span } = use;
      // What a migration changes, `migration-stays-in-domain` judges.
      if (access !== "read" && isReadAsMigration(context)) continue;
      const { messageId, data } = wayToOwner(from, to, name, context);
      yield {
        messageId,
        file,
        span,
        from,
        to,
        data: { ...data, from, to, touches: touchVerb(use), table: tableInWords(use), name },
        because,
        identity: [qualifiedName(use), access],
        tier: statement.tier,
      };
    }
  },
});
