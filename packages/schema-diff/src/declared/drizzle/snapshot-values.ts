import { isRecord } from "../../json/parse-json.js";

type Values = Readonly<Record<string, unknown>>;

/** The entries of an object that are objects themselves; none of anything else. */
export function entriesOf(value: unknown): readonly (readonly [string, Values])[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => (isRecord(each) ? [[key, each]] : []));
}

export function textAt(values: Values, key: string): string | null {
  const value = values[key];
  return typeof value === "string" ? value : null;
}

/** The texts of a list, or of the values of an object: versions differ. */
export function textsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value)
    ? value
    : isRecord(value)
      ? Object.values(value)
      : [];
  return items.filter((item) => typeof item === "string");
}

/** A schema that isn't the usual one: Drizzle writes none for that. */
export function schemaAt(values: Values, key: string): string | null {
  const schema = textAt(values, key);
  return schema === "" ? null : schema;
}
