import type { Baseline } from "./baseline/baseline.js";
import type { DomainMap } from "./domain-map/domain-map.js";
import type { Level } from "./finding.js";
import type { RuleOptions } from "./map-source.js";
import type { Rule, RuleRegistry } from "./rule.js";

export interface Evaluation {
  readonly map: DomainMap;
  readonly rules: RuleRegistry;
  /** Levels that override the map's, as the command line gives them. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** Options of rules that override the map's. */
  readonly options?: Readonly<Record<string, RuleOptions>>;
  /** Today, `YYYY-MM-DD`: exemptions end. */
  readonly today: string;
  /** The findings that are known; null or left out, where none are recorded. */
  readonly baseline?: Baseline | null;
}

/** `*` of the command line is about the rules that are on: it wakes none that is `off`. */
export function settingOf({ map, levels, options }: Evaluation, id: string, rule: Rule) {
  const own = map.ruleSetting(id, rule);
  const setting = { ...own, options: { ...own.options, ...options?.[id] } };
  const general = setting.level === "off" ? undefined : levels?.["*"];
  return { ...setting, level: levels?.[id] ?? general ?? setting.level };
}
