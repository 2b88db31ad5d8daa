import type { Dialect } from "@domain-isolation/model";

/** What is written before a dot; `main` is the database of SQLite that is meant anyway. */
export function writtenSchema(name: string | null, dialect: Dialect): string | null {
  return dialect === "sqlite" && name?.toLowerCase() === "main" ? null : name;
}
