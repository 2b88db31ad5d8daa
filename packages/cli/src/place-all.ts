import { createLocator, type Finding, type Location, type Span } from "@domain-isolation/model";
import { compareText } from "./compare-text.js";
import type { Placed, PlacedImport, PlacedOpaque, PlacedUndecided } from "./report.js";

/** What `placeAll` places: spans instead of lines. */
export interface Unplaced {
  readonly findings: readonly Finding[];
  readonly unresolved: readonly Spanned<PlacedImport>[];
  readonly opaque: readonly Spanned<PlacedOpaque>[];
  readonly undecided: readonly Spanned<PlacedUndecided>[];
}

type Spanned<Thing> = Omit<Thing, keyof Location> & { readonly span: Span };

/** Gives everything its lines and columns, and puts in order what is not. */
export function placeAll(unplaced: Unplaced, text: (file: string) => string): Placed {
  const locate = placer(text);
  const { findings, unresolved, opaque, undecided } = unplaced;
  return {
    findings: findings.map((finding) => ({ ...finding, ...locate(finding.file, finding.span) })),
    unresolved: sorted(unresolved).map(({ file, span, specifier, form }) => {
      return { file, ...locate(file, span), specifier, form };
    }),
    opaque: sorted(opaque).map(({ file, span, form, reason }) => {
      return { file, ...locate(file, span), form, reason };
    }),
    undecided: sorted(undecided).map(({ file, span, reason }) => {
      return { file, ...locate(file, span), reason };
    }),
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
