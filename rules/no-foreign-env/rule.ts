import { defineFileRule } from "@domain-isolation/model";
import { isAllowedTest, testsOption } from "../tests-option.js";

export default defineFileRule({
  description: "Code of one domain reads no environment variable of another.",
  level: "error",
  recommended: true,
  schemas: true,
  options: { tests: testsOption },
  messages: {
    foreign: {
      text: "{{from}} code reads the environment variable `{{name}}`, which {{to}} owns",
      help: "a service is given its own variables only: ask {{to}} for what is needed, or give {{from}} a variable of its own",
    },
    shared: {
      text: "shared code reads the environment variable `{{name}}`, which {{to}} owns",
      help: "shared code knows no domain: let {{to}} read it, and pass in the value",
    },
  },
  *judge(context) {
    const { file, facts, map } = context;
    const owner = map.owner(file);
    if (owner === null || isAllowedTest(context)) return;
    const from = owner.domain;
    for (const { name, span, tier } of facts.data(file).env) {
      const because = name === null ? null : map.envOwner(name);
      const to = because?.domain ?? null;
      if (name === null || to === null || to === from) continue;
      yield {
        messageId: from === null ? "shared" : "foreign",
        file,
        span,
        from,
        to,
        data: { from: from ?? "shared", to, name },
        because,
        identity: [name],
        tier,
      };
    }
  },
});
