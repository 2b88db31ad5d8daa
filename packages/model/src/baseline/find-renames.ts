import { similarity, type Sketch } from "./sketch.js";

/** Of all lines of both; git's half of the larger file is a third of them. */
const enough = 1 / 3;

/**
 * The new names of files: each that is gone is taken for the most similar of those that came, no two
 * for the same one.
 */
export function findRenames(
  gone: ReadonlyMap<string, Sketch>,
  came: ReadonlyMap<string, Sketch>,
): ReadonlyMap<string, string> {
  const pairs = [...gone].flatMap(([before, old]) =>
    [...came].flatMap(([after, now]) => {
      const score = similarity(old, now);
      return score >= enough ? [{ before, after, score }] : [];
    }),
  );
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { before, after } of pairs.sort((a, b) => b.score - a.score)) {
    if (names.has(before) || taken.has(after)) continue;
    names.set(before, after);
    taken.add(after);
  }
  return names;
}
