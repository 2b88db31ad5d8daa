import {
  settle,
  wholeBaseline,
  type Books,
  type Evaluation,
  type Finding,
  type Judged,
} from "@domain-isolation/model";

/** What one state of a repository comes to. */
export interface JudgedState {
  readonly judged: readonly Judged[];
  readonly books: Books;
}

/**
 * Of the findings after a change, those that the state before did not have: it is taken for a
 * baseline, so that files which were renamed by the change are known again. What the books say is left
 * to a run over everything.
 */
export function addedFindings(
  evaluation: Evaluation,
  found: readonly Finding[],
  then: JudgedState,
  after: JudgedState,
): readonly Finding[] {
  const { rules } = evaluation;
  const fresh = found.filter(({ ruleId }) => rules[ruleId]?.scope !== "ledger");
  const { open } = settle({ ...evaluation, baseline: null }, then.judged, then.books);
  const baseline = wholeBaseline(open, [], then.books.files);
  const compared = settle({ ...evaluation, baseline }, after.judged, after.books).findings;
  const added = new Set(
    compared.filter(({ status }) => status === "new").map(({ fingerprint }) => fingerprint),
  );
  return fresh.filter(({ status, fingerprint }) => status === "new" && added.has(fingerprint));
}
