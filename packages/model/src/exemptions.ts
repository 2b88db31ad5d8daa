import { compilePattern } from "./domain-map/pattern.js";
import type { ExemptionSource } from "./map-source.js";

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
        compilePattern(exemption.file).matches(file),
    ) ?? null
  );
}
