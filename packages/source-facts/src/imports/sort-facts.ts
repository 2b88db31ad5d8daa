import type { SourceFacts, Span } from "@domain-isolation/model";

/** Facts in the order of their places. */
export function sortFacts({ imports, exports, opaque, ...rest }: SourceFacts): SourceFacts {
  return {
    imports: sorted(imports, (a, b) => byPlace(a, b) || compare(a.specifier, b.specifier)),
    exports: sorted(exports, (a, b) => byPlace(a, b) || compare(a.name, b.name)),
    opaque: sorted(opaque, byPlace),
    ...rest,
  };
}

/** Nearly all facts are found in their order already. */
function sorted<Fact>(facts: readonly Fact[], order: (a: Fact, b: Fact) => number) {
  const isSorted = facts.every((fact, index) => {
    const before = facts[index - 1];
    return before === undefined || order(before, fact) <= 0;
  });
  return isSorted ? facts : facts.toSorted(order);
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
