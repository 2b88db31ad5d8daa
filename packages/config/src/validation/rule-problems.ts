import type { MapPath, MapProblem, Rule, RuleRegistry } from "@domain-isolation/model";
import { didYouMean } from "./did-you-mean.js";
import { fieldsOf, itemsOf, type PlacedValue } from "./lenient.js";
import type { MapOutline } from "./map-outline.js";
import { kindOf } from "./wording.js";

/** Rules that nobody knows, and options that a rule doesn't have. */
export function ruleProblems(map: MapOutline, rules: RuleRegistry): readonly MapProblem[] {
  const set = map.rules.flatMap((setting) => settingProblems(setting, rules));
  const exempted = map.exemptions.flatMap(({ rule }) =>
    rule.flatMap(({ text, path }) => unknownRule(text, path, false, rules)),
  );
  return [...set, ...exempted];
}

function settingProblems(
  setting: PlacedValue & { readonly key: string },
  rules: RuleRegistry,
): readonly MapProblem[] {
  const options = fieldsOf(itemsOf(setting)[1] ?? { value: undefined, path: [] });
  if (setting.key === "*") {
    return options.map(({ path }) => ({
      path,
      message: '`"*"` is the level of all other rules and has no options; give them to one rule',
      atKey: true,
    }));
  }
  const rule = Object.hasOwn(rules, setting.key) ? rules[setting.key] : undefined;
  if (!rule) return unknownRule(setting.key, setting.path, true, rules);
  return options.flatMap((option) => optionProblems(setting.key, rule, option));
}

function unknownRule(
  id: string,
  path: MapPath,
  atKey: boolean,
  rules: RuleRegistry,
): readonly MapProblem[] {
  if (Object.hasOwn(rules, id)) return [];
  const message = `\`${id}\` is not a rule; ${didYouMean(id, Object.keys(rules), "rules")}`;
  return [{ path, message, atKey }];
}

function optionProblems(
  id: string,
  rule: Rule,
  { key, value, path }: PlacedValue & { readonly key: string },
): readonly MapProblem[] {
  const known = rule.options ?? {};
  const option = Object.hasOwn(known, key) ? known[key] : undefined;
  if (!option) {
    const message = `\`${key}\` is not an option of ${id}; ${didYouMean(key, Object.keys(known), "options")}`;
    return [{ path, message, atKey: true }];
  }
  if (option.values.some((allowed) => allowed === value)) return [];
  const allowed = option.values.map((one) => JSON.stringify(one)).join(" or ");
  const message = `\`${key}\` of ${id} must be ${allowed}, but is ${kindOf(value)}`;
  return [{ path, message }];
}
