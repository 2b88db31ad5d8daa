import type { StaleEntry } from "@domain-isolation/model";
import type { Placed, RuleDescriptions } from "./report.js";

/**
 * What a check has found out of a whole project, whatever its report is to show of it. Nothing but
 * JSON, so that the next run can be told it.
 */
export interface Verdict extends Placed {
  readonly rules: RuleDescriptions;
  /** What the baseline holds and nothing answers to. */
  readonly stale: readonly StaleEntry[];
  /** Sources, schemas, and migrations that are no sources. */
  readonly files: readonly string[];
  readonly facts: number;
}
