import type { Span, Tier } from "./facts.js";

export type Severity = "error" | "warn";
export type Level = Severity | "off";

/** `known` is recorded in the baseline, `exempt` permitted by the map; only `new` ones fail a run. */
export type Status = "new" | "known" | "exempt";

/** Values of a message's placeholders, and what a machine may want to know beside them. */
export type FindingData = Readonly<Record<string, string | readonly string[]>>;

/** A fact that a rule judged wrong. Offsets; lines and columns are added only when it is shown. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly messageId: string;
  /** What is wrong, in the words of the code. */
  readonly message: string;
  /** Which line of the map says so, when one does. */
  readonly why: string | null;
  /** What to do instead. */
  readonly help: string | null;
  readonly file: string;
  readonly span: Span;
  /** The domain whose file this is, and the one that is reached. */
  readonly from: string | null;
  readonly to: string | null;
  readonly data: FindingData;
  readonly tier: Tier;
  /** The same as long as rule, file and what is reached stay the same, wherever the lines move. */
  readonly fingerprint: string;
  readonly status: Status;
  /** A certain repair: replace `span` by `text`. */
  readonly fix: TextEdit | null;
}

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}
