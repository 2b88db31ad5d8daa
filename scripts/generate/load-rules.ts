import { existsSync, readdirSync } from "node:fs";
import type { Rule } from "@domain-isolation/model";

/** A rule with its ID, the name of its folder. */
export interface NamedRule {
  readonly id: string;
  readonly rule: Rule;
}

/** The folders of the rules that have a judgement, sorted. */
export function ruleIds(root: string): readonly string[] {
  return readdirSync(`${root}/rules`)
    .filter((name) => existsSync(`${root}/rules/${name}/rule.ts`))
    .sort();
}

/** The folders of the adapters, sorted. */
export function adapterIds(root: string): readonly string[] {
  const folder = `${root}/${adapterFolder}`;
  return readdirSync(folder)
    .filter((name) => existsSync(`${folder}/${name}/${name}.ts`))
    .sort();
}

export const adapterFolder = "packages/source-facts/src/data/adapters";

/**
 * Loads the rules from their sources: the registry and what is built from it may not be there yet.
 * Throws if a folder's `rule.ts` gives away no rule as its default.
 */
export async function loadRules(root: string): Promise<readonly NamedRule[]> {
  const rules: NamedRule[] = [];
  for (const id of ruleIds(root)) {
    const module: unknown = await import(`${root}/rules/${id}/rule.ts`);
    if (!isRuleModule(module)) throw new Error(`rules/${id}/rule.ts has no rule as its default`);
    rules.push({ id, rule: module.default });
  }
  return rules;
}

function isRuleModule(module: unknown): module is { readonly default: Rule } {
  if (typeof module !== "object" || module === null || !("default" in module)) return false;
  const { default: rule } = module;
  return typeof rule === "object" && rule !== null && "scope" in rule && "messages" in rule;
}
