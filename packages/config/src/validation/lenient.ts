import type { MapPath } from "@domain-isolation/model";

// Looks at a value that may be anything, so that one wrong part hides no other.

export interface PlacedValue {
  readonly value: unknown;
  readonly path: MapPath;
}

export interface PlacedText {
  readonly text: string;
  readonly path: MapPath;
}

/** The entries of an object; none of anything else. */
export function fieldsOf({ value, path }: PlacedValue): readonly (PlacedValue & { key: string })[] {
  if (!isObject(value)) return [];
  const fields: readonly [string, unknown][] = Object.entries(value);
  return fields.map(([key, field]) => ({ key, value: field, path: [...path, key] }));
}

/** One field of an object; undefined where there is none. */
export function fieldOf(of: PlacedValue, key: string): PlacedValue {
  const found = fieldsOf(of).find((field) => field.key === key);
  return found ?? { value: undefined, path: [...of.path, key] };
}

/** The items of a list; none of anything else. */
export function itemsOf({ value, path }: PlacedValue): readonly PlacedValue[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown, index) => ({ value: item, path: [...path, index] }));
}

/** Itself, if it is a string. */
export function textOf({ value, path }: PlacedValue): readonly PlacedText[] {
  return typeof value === "string" ? [{ text: value, path }] : [];
}

export function textsOf(list: PlacedValue): readonly PlacedText[] {
  return itemsOf(list).flatMap(textOf);
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
