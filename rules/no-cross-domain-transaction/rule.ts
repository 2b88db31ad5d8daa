import { defineFileRule } from "@domain-isolation/model";
import { byDomain, homeOf, namesOf, wordsOf } from "../owned-uses.js";
import { strongestVerb } from "../table-words.js";
import { isAllowedTest, testsOption } from "../tests-option.js";
import { foreignCalls } from "./foreign-calls.js";
import { writesByTransaction } from "./writes-by-transaction.js";

export default defineFileRule({
  description: "One transaction writes within one domain, and calls no repository of another.",
  level: "error",
  recommended: true,
  options: { tests: testsOption },
  messages: {
    writes: {
      text: "one transaction {{verb}} {{own}} of {{home}}, and {{others}} of {{to}}",
      help: "no transaction spans two databases: let {{to}} write in one of its own, and say what happens here when that fails",
    },
    calls: {
      text: "a transaction of {{from}} calls `{{name}}` in {{target}}, a repository of {{to}}",
      help: "no transaction spans two databases: call {{to}} before or after it, through its public entry",
    },
  },
  *judge(context) {
    const { file, facts, map } = context;
    const from = map.owner(file)?.domain ?? null;
    if (from === null || isAllowedTest(context)) return;
    const { statements, transactions } = facts.data(file);
    for (const writes of writesByTransaction(statements, map)) {
      const domains = byDomain(writes);
      const home = homeOf(domains, from);
      const own = domains.get(home) ?? [];
      for (const [to, uses] of domains) {
        if (to === home || map.mayTouch(from, to, "transactions")) continue;
        const [{ statement, because }] = uses;
        const verb = strongestVerb(own.map(({ use }) => use));
        const otherVerb = strongestVerb(uses.map(({ use }) => use));
        const tables = wordsOf(uses);
        const others = verb === otherVerb ? tables : `${otherVerb} ${tables}`;
        const data = { home, to, verb, own: wordsOf(own), others };
        const identity = [...namesOf(own), "|", ...namesOf(uses)];
        const { span, tier } = statement;
        yield { messageId: "writes", file, span, from, to, data, because, identity, tier };
      }
    }
    for (const { call, to, because, tier } of foreignCalls(transactions, from, map)) {
      const { name, target, span } = call;
      const data = { from, to, name, target };
      const identity = [target, name];
      yield { messageId: "calls", file, span, from, to, data, because, identity, tier };
    }
  },
});
