import type { CallTerm, Value } from "../python/value.js";

/** Libraries whose names mean what they mean in SQLAlchemy. */
const roots = new Set(["sqlalchemy", "sqlmodel", "sqlalchemy_utils", "geoalchemy2", "pgvector"]);
const dialects = new Set(["postgresql", "mysql", "sqlite", "mssql", "oracle", "mariadb"]);

/**
 * What SQLAlchemy calls something, without the modules that it can be imported from: `Column`, of a
 * dialect `postgresql.ENUM`, of a function `func.now`. Null for anything else.
 */
export function sqlalchemyName(value: Value | null | undefined): string | null {
  if (value?.kind !== "name") return null;
  const [root = "", ...segments] = value.path.split(".");
  if (!roots.has(root)) return null;
  const last = segments.at(-1) ?? "";
  const owner = segments.at(-2) ?? "";
  if (owner === "func") return `func.${last}`;
  const dialect = segments.find((segment) => dialects.has(segment));
  return dialect === undefined || dialect === last ? last : `${dialect}.${last}`;
}

/** What is called, where it is SQLAlchemy's: `Column` of `sa.Column(…)`. */
export function calledName(value: Value | null | undefined): string | null {
  return value?.kind === "call" ? sqlalchemyName(value.callee) : null;
}

/** An argument by its name, or by its place among those without one. */
export function argumentOf(
  term: CallTerm,
  name: string,
  index: number | null = null,
): Value | null {
  return term.named.get(name) ?? (index === null ? null : (term.args[index] ?? null));
}

/** Whether an argument is given and true. */
export function isSet(term: CallTerm, name: string): boolean {
  const value = term.named.get(name);
  return value?.kind === "boolean" && value.value;
}
