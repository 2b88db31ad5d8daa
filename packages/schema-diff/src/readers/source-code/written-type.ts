import type { Dialect } from "@domain-isolation/model";

/** A type as the database shows it, of one that a library would write so. */
export function writtenType(type: string, dialect: Dialect): string {
  switch (dialect) {
    case "postgresql":
      return type.trim();
    case "mysql":
      return type.trim().toLowerCase();
    case "sqlite":
      return type.trim();
  }
}
