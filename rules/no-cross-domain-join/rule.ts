import { defineFileRule } from "@domain-isolation/model";
import { byDomain, homeOf, namesOf, ownedUses, wordsOf } from "../owned-uses.js";
import { isAllowedTest, testsOption } from "../tests-option.js";

export default defineFileRule({
  description: "One statement stays within the tables of one domain.",
  level: "error",
  recommended: true,
  options: { tests: testsOption },
  messages: {
    spans: {
      text: "one statement touches {{own}} of {{home}} together with {{tables}} of {{to}}",
      help: "no statement spans two databases: make it two, and ask {{to}} for what is in {{tables}}",
    },
  },
  *judge(context) {
    const { file, facts, map } = context;
    const from = map.owner(file)?.domain ?? null;
    if (from === null || isAllowedTest(context)) return;
    for (const statement of facts.data(file).statements) {
      const domains = byDomain(ownedUses(statement, map));
      const home = homeOf(domains, from);
      const own = domains.get(home) ?? [];
      for (const [to, uses] of domains) {
        if (to === home || map.mayTouch(from, to, "joins")) continue;
        yield {
          messageId: "spans",
          file,
          span: statement.span,
          from,
          to,
          data: { home, to, own: wordsOf(own), tables: wordsOf(uses) },
          because: uses[0].because,
          identity: [...namesOf(own), "|", ...namesOf(uses)],
          tier: statement.tier,
        };
      }
    }
  },
});
