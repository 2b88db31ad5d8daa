import type { SourceFacts, Span } from "@domain-isolation/model";

/** Facts in the order of their places. */
export function sortFacts({ imports, exports, opaque, unreadable }: SourceFacts): SourceFacts {
  return {
    imports: imports.toSorted((a, b) => byPlace(a, b) || compare(a.specifier, b.specifier)),
    exports: exports.toSorted((a, b) => byPlace(a, b) || compare(a.name, b.name)),
    opaque: opaque.toSorted(byPlace),
    unreadable,
  };
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
