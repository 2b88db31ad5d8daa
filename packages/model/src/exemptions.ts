import { compilePattern, type Pattern } from "./domain-map/pattern.js";
import type { ExemptionSource } from "./map-source.js";

/** A run asks each exemption about every finding of its rule. */
const patterns = new WeakMap<ExemptionSource, Pattern>();

/** The exemption that permits a finding today, if one does. `today` and `until` are `YYYY-MM-DD`. */
export function findExemption(
  exemptions: readonly ExemptionSource[],
  ruleId: string,
  file: string,
  to: string | null,
  today: string,
): ExemptionSource | null {
  return (
    exemptions.find(
      (exemption) =>
        exemption.rule === ruleId &&
        (exemption.to === undefined || exemption.to === to) &&
        (exemption.until === undefined || today <= exemption.until) &&
        patternOf(exemption).matches(file),
    ) ?? null
  );
}

function patternOf(exemption: ExemptionSource): Pattern {
  const pattern = patterns.get(exemption) ?? compilePattern(exemption.file);
  patterns.set(exemption, pattern);
  return pattern;
}
