import { matchBaseline, type BaselineMatch, type FilesNow } from "./baseline/match-baseline.js";
import { settingOf, type Evaluation } from "./evaluation.js";
import {
  exemptionOfComment,
  exemptionsOfMap,
  type PlacedAllowance,
} from "./exemptions/exemption.js";
import { openExemptions, type ExemptionUse } from "./exemptions/exemption-use.js";
import { toFinding } from "./to-finding.js";
import type { Finding, Status } from "./finding.js";
import { judged as judgedBy } from "./judge.js";
import type { Judged } from "./judged.js";
import type { Ledger } from "./ledger.js";

/** What else than the rules decides how a judgement stands. */
export interface Books {
  /** The comments that permit something. */
  readonly allowances: readonly PlacedAllowance[];
  /** So that a baseline knows files under their new names. */
  readonly files: FilesNow;
}

/** What is to be said of all that was judged. */
export interface Settled {
  /** In the order of files and places. */
  readonly findings: readonly Finding[];
  /** What was judged and is not permitted: what a baseline would record. */
  readonly open: readonly Judged[];
  /** The exemptions that are about something judged; of these, those that have ended permit nothing. */
  readonly answers: ReadonlyMap<Judged, ExemptionUse>;
  /** What of the baseline was found again; null without one. */
  readonly baseline: BaselineMatch | null;
}

/** Makes judgements findings: exempt, known or new; and judges what the books say then. */
export function settle(
  evaluation: Evaluation,
  judged: readonly Judged[],
  { allowances, files }: Books,
): Settled {
  const { map, rules, today } = evaluation;
  const hasJudged = (id: string) => {
    const rule = rules[id];
    return rule !== undefined && settingOf(evaluation, id, rule).level !== "off";
  };
  const exemptions = openExemptions(
    [...exemptionsOfMap(map), ...allowances.map(exemptionOfComment)],
    today,
  );
  const answers = new Map<Judged, ExemptionUse>();
  for (const one of judged) {
    const answer = exemptions.answer(one);
    if (answer) answers.set(one, answer);
  }
  const isPermitted = (one: Judged) => answers.get(one)?.hasEnded === false;
  const open = judged.filter((one) => !isPermitted(one));
  const baseline = evaluation.baseline
    ? matchBaseline(evaluation.baseline, open, files, hasJudged)
    : null;
  const statusOf = (one: Judged): Status =>
    isPermitted(one) ? "exempt" : baseline?.known.has(one) ? "known" : "new";
  const ledger: Ledger = {
    exemptions: exemptions.uses(),
    stale: baseline?.stale ?? [],
    ruleIds: Object.keys(rules),
    hasJudged,
  };
  const ofBooks = judgeLedger(evaluation, ledger);
  const findings = [
    ...judged.map((one) => toFinding(evaluation, one, statusOf(one))),
    ...ofBooks.map((one) => toFinding(evaluation, one, "new")),
  ];
  return { findings: findings.sort(byPlace), open, answers, baseline };
}

function judgeLedger(evaluation: Evaluation, ledger: Ledger): readonly Judged[] {
  return Object.entries(evaluation.rules).flatMap(([id, rule]) => {
    if (rule.scope !== "ledger") return [];
    const { level, options } = settingOf(evaluation, id, rule);
    if (level === "off") return [];
    return judgedBy(id, level, [...rule.judge({ ledger, map: evaluation.map, options })]);
  });
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    a.span.start - b.span.start ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.to ?? "", b.to ?? "")
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
