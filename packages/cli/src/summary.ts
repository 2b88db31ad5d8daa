import type { Finding } from "@domain-isolation/model";
import { domainPairs, type DomainPair } from "./domain-pairs.js";
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
  /** How many of the baseline's findings are no longer there. */
  readonly gone: number;
  /** What leads from one domain into another. */
  readonly crossings: readonly DomainPair[];
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
    gone: source.stale.reduce((sum, { gone }) => sum + gone, 0),
    crossings: domainPairs(source.findings, source.stale),
  };
}
