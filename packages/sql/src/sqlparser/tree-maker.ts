type List = unknown[];
type Fields = Record<string, unknown>;

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
  const makers = new Map<unknown, string>();
  let listMaker: string | null = null;
  return {
    make(maker) {
      if (maker === listMaker) return [];
      const made = {};
      if (listMaker === null) makers.set(made, maker);
      return made;
    },
    set(target, key, value) {
      if (typeof key === "string") {
        if (isFields(target)) target[key] = value;
      } else if (isList(target)) target[Number(key)] = value;
      else if (listMaker === null) {
        listMaker = makers.get(target) ?? null;
        makers.clear();
      }
    },
  };
}

function isList(value: unknown): value is List {
  return Array.isArray(value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
