import type { StaleEntry } from "./baseline/match-baseline.js";
import type { ExemptionUse } from "./exemptions/exemption-use.js";

/** What the books say after a run: the exemptions with what they permit, and what is only recorded. */
export interface Ledger {
  readonly exemptions: readonly ExemptionUse[];
  /** What the baseline holds and nothing answers to; of rules that have judged. */
  readonly stale: readonly StaleEntry[];
  /** The rules that there are. */
  readonly ruleIds: readonly string[];
  /** Whether a rule has judged, so that its silence means something. */
  hasJudged(ruleId: string): boolean;
}
