/** What two lists share by a key, and what only one of them has. */
export interface Pairs<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
  readonly kept: readonly (readonly [before: T, after: T])[];
}

export function pairsOf<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): Pairs<T> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const now = new Set(after.map(keyOf));
  return {
    gone: before.filter((item) => !now.has(keyOf(item))),
    come: after.filter((item) => !old.has(keyOf(item))),
    kept: after.flatMap((item) => {
      const other = old.get(keyOf(item));
      return other === undefined ? [] : [[other, item] as const];
    }),
  };
}
