import { iterableOf } from "./access.js";
import { formatValue } from "./format-text.js";
import type { Run } from "./frame.js";
import {
  isSame,
  itemsOf,
  mapping,
  none,
  number,
  sequence,
  text,
  textOf,
  truth,
  truthOf,
  unknown,
  type CallTerm,
  type Value,
} from "./value.js";

/** A `range` longer than this isn't a loop over tables. */
const longestRange = 10_000;

/** What a function that is built into Python gives; null for any other, or where it can't be told. */
export function callBuiltin(path: string, term: CallTerm, run: Run): Value | null {
  const { args } = term;
  const [first] = args;
  const items = first ? iterableOf(first, run) : [];
  return (
    conversions[path]?.(first ?? null, items, term) ??
    (items ? (overItems[path]?.(items, args.slice(1), run) ?? null) : null)
  );
}

type Conversion = (
  value: Value | null,
  items: readonly Value[] | null,
  term: CallTerm,
) => Value | null;

const conversions: Readonly<Record<string, Conversion>> = {
  str: (value) => ({ kind: "text", parts: value ? formatValue(value) : [] }),
  repr: (value) => (value ? { kind: "text", parts: formatValue(value, true) } : null),
  bool: (value) => booleanOf(value ? truthOf(value) : false),
  int: (value) => integerOf(value),
  range: (_value, _items, { args }) => rangeOf(args),
  print: () => none,
  list: (_value, items) => items && sequence("list", items),
  tuple: (_value, items) => items && sequence("tuple", items),
  set: (_value, items) => items && sequence("set", distinct(items)),
  frozenset: (_value, items) => items && sequence("set", distinct(items)),
  dict: (value, items, { named }) => mappingOf(value, items, named),
  hasattr: () => unknown("whether it has an attribute isn't known"),
};

type OverItems = (items: readonly Value[], others: readonly Value[], run: Run) => Value | null;

const overItems: Readonly<Record<string, OverItems>> = {
  len: (items) => number(items.length),
  sorted: (items) => sortedOf(items),
  reversed: (items) => sequence("list", items.toReversed()),
  enumerate: (items, [start]) =>
    sequence(
      "list",
      items.map((item, index) =>
        sequence("tuple", [number(index + (start?.kind === "number" ? start.value : 0)), item]),
      ),
    ),
  zip: (items, others, run) => zip([items, ...others.map((each) => iterableOf(each, run))]),
  any: (items) => booleanOf(some(items.map(truthOf), true)),
  all: (items) => negated(booleanOf(some(items.map(truthOf), false))),
};

function booleanOf(holds: boolean | null): Value | null {
  return holds === null ? null : truth(holds);
}

function negated(value: Value | null): Value | null {
  return value && truth(truthOf(value) === false);
}

/** Whether one of several is as wanted; null where that isn't known. */
function some(holds: readonly (boolean | null)[], wanted: boolean): boolean | null {
  if (holds.includes(wanted)) return true;
  return holds.includes(null) ? null : false;
}

function integerOf(value: Value | null): Value | null {
  if (value?.kind === "number") return number(Math.trunc(value.value));
  const digits = textOf(value);
  return digits !== null && /^\s*[+-]?\d+\s*$/u.test(digits) ? number(Number(digits)) : null;
}

function rangeOf(args: readonly Value[]): Value | null {
  const numbers = args.map((each) => (each.kind === "number" ? each.value : Number.NaN));
  const [start = 0, end = 0, step = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
  const length = Math.max(Math.ceil((end - start) / step), 0);
  if (!(length <= longestRange)) return null;
  return sequence(
    "list",
    Array.from({ length }, (_, index) => number(start + index * step)),
  );
}

function distinct(items: readonly Value[]): readonly Value[] {
  const kept: Value[] = [];
  for (const item of items) if (!kept.some((each) => isSame(each, item) === true)) kept.push(item);
  return kept;
}

function mappingOf(
  value: Value | null,
  items: readonly Value[] | null,
  named: ReadonlyMap<string, Value>,
): Value | null {
  const more = [...named].map(([key, each]) => [text(key), each] as const);
  if (value?.kind === "mapping") {
    return { ...mapping([...value.entries, ...more]), isWhole: value.isWhole };
  }
  const pairs = items?.map((item) => itemsOf(item)) ?? [null];
  const entries = pairs.flatMap((pair) =>
    pair?.[0] && pair[1] ? [[pair[0], pair[1]] as const] : [],
  );
  return entries.length === pairs.length ? mapping([...entries, ...more]) : null;
}

function sortedOf(items: readonly Value[]): Value | null {
  const texts = items.map((item) => textOf(item));
  if (texts.includes(null)) return null;
  return sequence(
    "list",
    items.toSorted((a, b) => ((textOf(a) ?? "") < (textOf(b) ?? "") ? -1 : 1)),
  );
}

function zip(lists: readonly (readonly Value[] | null)[]): Value | null {
  if (lists.includes(null)) return null;
  const length = Math.min(...lists.map((list) => list?.length ?? 0));
  const rows = Array.from({ length }, (_, index) =>
    sequence(
      "tuple",
      lists.map((list) => list?.[index] ?? none),
    ),
  );
  return sequence("list", rows);
}
