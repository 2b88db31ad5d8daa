import type {
  Finding,
  ImportForm,
  Location,
  OpaqueFact,
  Rule,
  StaleEntry,
} from "@domain-isolation/model";
import { summarize, type Summary } from "./summary.js";

export interface Place extends Location {
  readonly file: string;
}

export interface PlacedFinding extends Finding, Location {
  /** The change that is judged causes it, in a file that it doesn't touch. */
  readonly causedByChange?: boolean;
}

export interface PlacedImport extends Place {
  readonly specifier: string;
  readonly form: ImportForm;
}

export interface PlacedOpaque extends Place {
  readonly form: OpaqueFact["form"];
  readonly reason: string;
}

export interface PlacedUndecided extends Place {
  readonly reason: string;
}

/** What the reports tell of the rules, by their IDs. */
export type RuleDescriptions = Readonly<
  Record<string, Pick<Rule, "description" | "level" | "options" | "messages">>
>;

/** What a run has to say, with lines and columns; the reporters say it. */
export interface Report {
  readonly toolVersion: string;
  readonly rules: RuleDescriptions;
  readonly findings: readonly PlacedFinding[];
  readonly unresolved: readonly PlacedImport[];
  readonly opaque: readonly PlacedOpaque[];
  readonly undecided: readonly PlacedUndecided[];
  readonly summary: Summary;
  /** From the root of the CI's checkout to ours: empty, or a path that ends with `/`. */
  readonly checkoutPrefix: string;
  text(file: string): string;
}

/** What was found, with lines and columns, in order. */
export type Placed = Pick<Report, "findings" | "unresolved" | "opaque" | "undecided">;

export interface ReportSource extends Placed, Pick<Report, "toolVersion" | "rules"> {
  /** What the baseline holds and nothing answers to. */
  readonly stale: readonly StaleEntry[];
  readonly files: number;
  readonly reported: number;
  readonly facts: number;
  /** Keep warnings out; they are counted all the same. */
  readonly errorsOnly: boolean;
  readonly checkoutPrefix: string;
  text(file: string): string;
}

export function createReport(source: ReportSource): Report {
  const { toolVersion, rules, findings, unresolved, opaque, undecided, checkoutPrefix } = source;
  const isShown = ({ severity }: Finding) => !source.errorsOnly || severity === "error";
  return {
    toolVersion,
    rules,
    findings: findings.filter(isShown),
    unresolved,
    opaque,
    undecided,
    summary: summarize(source),
    checkoutPrefix,
    text: (file) => source.text(file),
  };
}
