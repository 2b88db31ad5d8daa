import type { Name } from "../syntax/syntax-tree.js";

/** The first of those that share a name; `again` is told of every other one. */
export function firstOfEach<T>(
  items: readonly T[],
  nameOf: (item: T) => Name,
  again: (item: T, first: T) => void,
): readonly T[] {
  const firsts = new Map<string, T>();
  for (const item of items) {
    const name = nameOf(item).text;
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, item);
    else again(item, first);
  }
  return [...firsts.values()];
}
