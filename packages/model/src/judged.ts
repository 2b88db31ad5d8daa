import type { Severity } from "./finding.js";
import type { Judgement } from "./rule.js";

/** A judgement with its rule. What is permitted or known does not show in it. */
export interface Judged {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly judgement: Judgement;
  readonly fingerprint: string;
}
