import { chainInWords, defineProjectRule } from "@domain-isolation/model";
import { shortestCycles } from "./shortest-cycles.js";
import { domainUses } from "./domain-uses.js";

export default defineProjectRule({
  description: "Domains do not need each other in a circle.",
  level: "error",
  recommended: true,
  options: {
    typeOnly: {
      values: ["allow", "check"],
      description:
        "`check` counts what is imported for its type alone too; `allow` only what is left at run time.",
    },
  },
  messages: {
    cycle: {
      text: "{{from}} and {{to}} need each other: {{cycle}}",
      help: "turn one of these around: {{examples}}",
    },
  },
  *judge({ project, map, options }) {
    const uses = domainUses(project, map, options.typeOnly === "check");
    for (const cycle of shortestCycles(uses)) {
      const [first] = cycle;
      const edges = cycle.map(({ fact, reach }) => `${fact.file} → ${chainInWords(reach.path)}`);
      const { from, to } = first;
      yield {
        messageId: "cycle",
        file: first.fact.file,
        span: first.fact.span,
        from,
        to,
        data: {
          from,
          to,
          cycle: [...cycle.map((use) => use.from), from],
          edges,
          examples: edges.join("; "),
        },
        because: first.reach.because,
        identity: cycle.map((use) => use.from),
        tier: "linked",
      };
    }
  },
});
