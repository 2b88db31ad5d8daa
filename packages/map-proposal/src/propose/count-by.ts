/** How many there are of each, the most first; names decide between equals. */
export function countBy<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | null,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
