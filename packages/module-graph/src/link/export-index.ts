import type { ExportFact, SourceFacts } from "@domain-isolation/model";

/** What a file gives away. */
export interface ExportIndex {
  readonly own: ReadonlyMap<string, ExportFact>;
  /** `export * from` */
  readonly stars: readonly ExportFact[];
}

/** Barrels of icons give away thousands of names: they are looked up, not searched. */
export function createExportIndex(
  sourceFacts: (file: string) => SourceFacts,
): (file: string) => ExportIndex {
  const indexes = new WeakMap<SourceFacts, ExportIndex>();
  return (file) => {
    const facts = sourceFacts(file);
    const before = indexes.get(facts);
    if (before) return before;
    const own = new Map<string, ExportFact>();
    for (const fact of facts.exports) {
      if (fact.name !== "*" && !own.has(fact.name)) own.set(fact.name, fact);
    }
    const index = { own, stars: facts.exports.filter(({ name }) => name === "*") };
    indexes.set(facts, index);
    return index;
  };
}
