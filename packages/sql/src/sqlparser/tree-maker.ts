/** Makes the lists and objects of a syntax tree for a parser that says only "make" and "set". */
export interface TreeMaker {
  /** A new list or object; `maker` is the name by which the parser asks for it. */
  make(maker: string): object;
  set(target: unknown, key: unknown, value: unknown): void;
}

/**
 * Which name asks for lists isn't known at first: it is the one whose products get numbers for keys.
 * What is made before that is an object, so that the first tree serves for nothing but to learn.
 */
export function createTreeMaker(): TreeMaker {
  const makers = new Map<object, string>();
  const listMakers = new Set<string>();
  let hasLearned = false;
  return {
    make(maker) {
      if (listMakers.has(maker)) return [];
      const made = {};
      if (!hasLearned) makers.set(made, maker);
      return made;
    },
    set(target, key, value) {
      if (typeof target !== "object" || target === null) return;
      Reflect.set(target, String(key), value);
      const maker = typeof key === "number" ? makers.get(target) : undefined;
      if (hasLearned || maker === undefined) return;
      listMakers.add(maker);
      makers.clear();
      hasLearned = true;
    },
  };
}
