import type { FileRule, Level, RuleRegistry } from "@domain-isolation/model";
import type { ESLint, Linter } from "eslint";
import { fileRules } from "./file-rules.js";

/** The name before the slash in `domain-isolation/no-cross-domain-import`. */
export const namespace = "domain-isolation";

export interface Presets {
  /** What every team wants. */
  readonly recommended: Linter.Config;
  /** Every rule, as an error where it names no other level. */
  readonly strict: Linter.Config;
}

/**
 * They name no `files`: a preset that did would make ESLint lint files that the team has no parser
 * for. They hold for all that the team's own configuration lints.
 */
export function presets(plugin: ESLint.Plugin, registry: RuleRegistry): Presets {
  const preset = (
    name: string,
    rules: readonly (readonly [string, FileRule])[],
    level: (rule: FileRule) => Level,
  ) => ({
    name: `${namespace}/${name}`,
    plugins: { [namespace]: plugin },
    rules: Object.fromEntries(rules.map(([id, rule]) => [`${namespace}/${id}`, level(rule)])),
  });
  const all = fileRules(registry);
  const recommended = all.filter(([, rule]) => rule.recommended);
  return {
    recommended: preset("recommended", recommended, (rule) => rule.level),
    strict: preset("strict", all, ({ strict = "error" }) => strict),
  };
}
