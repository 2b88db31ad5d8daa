import type { Finding } from "@domain-isolation/model";
import { compareText } from "./compare-text.js";
import type { ReportSource } from "./report.js";

/** The figures of a run. */
export interface Summary {
  /** Files that were read. */
  readonly files: number;
  /** Of these, the ones that the paths of the command line ask about. */
  readonly reported: number;
  readonly facts: number;
  readonly unresolved: number;
  readonly opaque: number;
  /** Places at which only a type would tell what is asked of a database, and the type is not known. */
  readonly undecided: number;
  /** Findings that are neither exempt nor known, by level. */
  readonly errors: number;
  readonly warnings: number;
  readonly exempt: number;
  readonly known: number;
  /** Errors and warnings that lead from one domain into another. */
  readonly crossings: readonly DomainPair[];
}

export interface DomainPair {
  readonly from: string;
  readonly to: string;
  readonly errors: number;
  readonly warnings: number;
}

export function summarize(source: ReportSource): Summary {
  const fresh = source.findings.filter(({ status }) => status === "new");
  const withStatus = (wanted: Finding["status"]) =>
    source.findings.filter(({ status }) => status === wanted).length;
  return {
    files: source.files,
    reported: source.reported,
    facts: source.facts,
    unresolved: source.unresolved.length,
    opaque: source.opaque.length,
    undecided: source.undecided.length,
    errors: fresh.filter(({ severity }) => severity === "error").length,
    warnings: fresh.filter(({ severity }) => severity === "warn").length,
    exempt: withStatus("exempt"),
    known: withStatus("known"),
    crossings: crossings(fresh),
  };
}

function crossings(findings: readonly Finding[]): readonly DomainPair[] {
  const pairs = new Map<string, DomainPair>();
  for (const { from, to, severity } of findings) {
    if (to === null || from === to) continue;
    const pair = { from: from ?? "shared", to };
    const key = JSON.stringify(pair);
    const { errors, warnings } = pairs.get(key) ?? { errors: 0, warnings: 0 };
    const isError = severity === "error";
    pairs.set(key, {
      ...pair,
      errors: errors + (isError ? 1 : 0),
      warnings: warnings + (isError ? 0 : 1),
    });
  }
  return [...pairs.values()].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
}
