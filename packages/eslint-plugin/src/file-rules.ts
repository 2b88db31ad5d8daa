import type { FileRule, RuleRegistry } from "@domain-isolation/model";

/** The rules that a linter can run, since they need one file at a time. */
export function fileRules(registry: RuleRegistry): readonly (readonly [string, FileRule])[] {
  return Object.entries(registry).flatMap(([id, rule]) =>
    rule.scope === "file" ? [[id, rule] as const] : [],
  );
}
