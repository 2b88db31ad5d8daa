import type { Finding, StaleEntry } from "@domain-isolation/model";
import { compareText } from "./compare-text.js";

/** What leads from one domain into another: how much of it is new, known, and gone. */
export interface DomainPair {
  readonly from: string;
  readonly to: string;
  /** New ones by level. */
  readonly errors: number;
  readonly warnings: number;
  /** Those of the baseline that are still there. */
  readonly known: number;
  /** What the baseline records and is no longer there. */
  readonly gone: number;
}

type Way = Pick<Finding, "from" | "to">;
type Counts = Record<"errors" | "warnings" | "known" | "gone", number>;

/** Every pair of which there is something to say, sorted; exempt findings say nothing. */
export function domainPairs(
  findings: readonly Finding[],
  stale: readonly StaleEntry[],
): readonly DomainPair[] {
  const pairs = new Map<string, Omit<DomainPair, keyof Counts> & Counts>();
  const add = ({ from, to }: Way, what: keyof Counts, count = 1) => {
    if (to === null || from === to) return;
    const pair = { from: from ?? "shared", to };
    const key = JSON.stringify(pair);
    const counts = pairs.get(key) ?? { ...pair, errors: 0, warnings: 0, known: 0, gone: 0 };
    counts[what] += count;
    pairs.set(key, counts);
  };
  for (const finding of findings) {
    const { status, severity } = finding;
    if (status === "known") add(finding, "known");
    if (status === "new") add(finding, severity === "error" ? "errors" : "warnings");
  }
  for (const { entry, gone } of stale) add(entry, "gone", gone);
  return [...pairs.values()].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
}
