import { defineFileRule, defineProjectRule, type RuleRegistry } from "@domain-isolation/model";

const rule = {
  description: "A rule of the tests.",
  level: "error",
  recommended: true,
  messages: {},
  judge: () => [],
} as const;

/** Stands for the registry of rules, so that these tests don't depend on which rules there are. */
export const rules: RuleRegistry = {
  "no-cross-domain-import": defineFileRule({
    ...rule,
    options: {
      typeOnly: {
        values: ["check", "allow"],
        description: "What is said of type-only imports.",
      },
    },
  }),
  "no-domain-cycle": defineProjectRule(rule),
  "no-unassigned-file": defineFileRule(rule),
};
