import type { Dialect } from "@domain-isolation/model";
import { isRecord } from "../../json/parse-json.js";
import { clipName } from "../../replay/dialects/postgresql-names.js";

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

/** The name of an object in its database; PostgreSQL cuts what is too long. */
export function nameAt(values: Values, key: string, dialect: Dialect): string {
  const name = textAt(values, "name") ?? key;
  return dialect === "postgresql" ? clipName(name) : name;
}

/** A schema that isn't the usual one: Drizzle writes none for that. */
export function schemaAt(values: Values, key: string): string | null {
  const schema = textAt(values, key);
  return schema === "" ? null : schema;
}
