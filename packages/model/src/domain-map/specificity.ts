import { isLiteral, type Segment } from "./pattern-syntax.js";

/**
 * How specific a pattern is. Compared number by number, the first difference decides, the greater
 * one wins; docs/domain-map.md explains the order. A pattern that matches only a part of what
 * another matches is always the more specific one.
 */
export type Specificity = readonly number[];

export function measureSpecificity(segments: readonly Segment[]): Specificity {
  const names = segments.filter((segment) => segment !== "folders");
  const written = names.filter(isLiteral);
  const tokens = names.filter((name) => !isLiteral(name)).flat();
  const count = (wildcard: "any" | "one") => tokens.filter((token) => token === wildcard).length;
  return [
    written.length,
    tokens.filter((token) => typeof token === "object").length,
    names.length,
    count("one"),
    -count("any"),
    names.length - segments.length,
  ];
}

/** Greater than zero when `a` is the more specific one. */
export function compareSpecificity(a: Specificity, b: Specificity): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
