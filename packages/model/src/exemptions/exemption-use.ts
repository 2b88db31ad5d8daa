import type { Judged } from "../judged.js";
import type { Exemption } from "./exemption.js";
import { isDay } from "./is-day.js";

/** An exemption, with what came of it. */
export interface ExemptionUse {
  readonly exemption: Exemption;
  /** How many findings it permits; of one that has ended, would permit. */
  readonly findings: number;
  /** Whether its last day is past. */
  readonly hasEnded: boolean;
}

/** What is permitted, asked finding by finding. */
export interface Exemptions {
  /**
   * The exemption that answers for this, and is counted: the first that holds today, else the first
   * that has ended; null where none is about it.
   */
  answer(judged: Judged): ExemptionUse | null;
  /** Whether one that holds today permits this; it is counted too. */
  permits(judged: Judged): boolean;
  /** All of them, with what they were used for so far. */
  uses(): readonly ExemptionUse[];
}

interface Counted {
  readonly exemption: Exemption;
  readonly hasEnded: boolean;
  findings: number;
}

/** `today` is `YYYY-MM-DD`. Who gives no reason permits nothing. */
export function openExemptions(all: readonly Exemption[], today: string): Exemptions {
  const counted = all.map((exemption) => ({
    exemption,
    hasEnded: hasEnded(exemption, today),
    findings: 0,
  }));
  const byRule = new Map<string, Counted[]>();
  for (const one of counted) {
    const { rule } = one.exemption;
    byRule.set(rule, [...(byRule.get(rule) ?? []), one]);
  }
  const answer = (judged: Judged) => {
    const fitting = (byRule.get(judged.ruleId) ?? []).filter((one) => fits(one, judged));
    const used = fitting.find(({ hasEnded }) => !hasEnded) ?? fitting[0];
    if (used) used.findings += 1;
    return used ?? null;
  };
  return {
    answer,
    permits: (judged) => answer(judged)?.hasEnded === false,
    uses: () => counted,
  };
}

function fits({ exemption }: Counted, { judgement: { file, span, to } }: Judged): boolean {
  if (exemption.reason === null) return false;
  if (exemption.to !== null && exemption.to !== to) return false;
  return exemption.covers(file, span);
}

/** A day that can't be read has not been agreed upon by anybody. */
function hasEnded({ until }: Exemption, today: string): boolean {
  return until !== null && (!isDay(until) || today > until);
}
