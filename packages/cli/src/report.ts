import {
  createLocator,
  type Finding,
  type ImportForm,
  type Location,
  type OpaqueFact,
  type RuleRegistry,
  type Span,
  type StaleEntry,
} from "@domain-isolation/model";
import { compareText } from "./compare-text.js";
import { summarize, type Summary } from "./summary.js";

export interface Place extends Location {
  readonly file: string;
}

export interface PlacedFinding extends Finding, Location {}

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

/** What a run has to say, with lines and columns; the reporters say it. */
export interface Report {
  readonly toolVersion: string;
  readonly rules: RuleRegistry;
  readonly findings: readonly PlacedFinding[];
  readonly unresolved: readonly PlacedImport[];
  readonly opaque: readonly PlacedOpaque[];
  readonly undecided: readonly PlacedUndecided[];
  readonly summary: Summary;
  /** From the root of the CI's checkout to ours: empty, or a path that ends with `/`. */
  readonly checkoutPrefix: string;
  text(file: string): string;
}

/** What `createReport` places; spans instead of lines. */
export interface ReportSource {
  readonly toolVersion: string;
  readonly rules: RuleRegistry;
  readonly findings: readonly Finding[];
  readonly stale: readonly StaleEntry[];
  readonly unresolved: readonly Spanned<Omit<PlacedImport, keyof Location>>[];
  readonly opaque: readonly Spanned<Omit<PlacedOpaque, keyof Location>>[];
  readonly undecided: readonly Spanned<Omit<PlacedUndecided, keyof Location>>[];
  readonly files: number;
  readonly reported: number;
  readonly facts: number;
  /** Keep warnings out; they are counted all the same. */
  readonly errorsOnly: boolean;
  readonly checkoutPrefix: string;
  text(file: string): string;
}

type Spanned<Thing> = Thing & { readonly span: Span };

export function createReport(source: ReportSource): Report {
  const locate = placer((file) => source.text(file));
  const shown = source.findings.filter(
    ({ severity }) => !source.errorsOnly || severity === "error",
  );
  return {
    toolVersion: source.toolVersion,
    rules: source.rules,
    findings: shown.map((finding) => ({ ...finding, ...locate(finding.file, finding.span) })),
    unresolved: sorted(source.unresolved).map(({ file, span, specifier, form }) => {
      return { file, ...locate(file, span), specifier, form };
    }),
    opaque: sorted(source.opaque).map(({ file, span, form, reason }) => {
      return { file, ...locate(file, span), form, reason };
    }),
    undecided: sorted(source.undecided).map(({ file, span, reason }) => {
      return { file, ...locate(file, span), reason };
    }),
    summary: summarize(source),
    checkoutPrefix: source.checkoutPrefix,
    text: (file) => source.text(file),
  };
}

/** Lines and columns of many spans; the lines of the last file are remembered. */
export function placer(text: (file: string) => string): (file: string, span: Span) => Location {
  let known = "";
  let locator = createLocator("");
  return (file, span) => {
    if (file !== known) [known, locator] = [file, createLocator(text(file))];
    return locator(span);
  };
}

function sorted<Thing extends { file: string; span: Span }>(things: readonly Thing[]): Thing[] {
  return things.toSorted(
    (a, b) => compareText(a.file, b.file) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
}
