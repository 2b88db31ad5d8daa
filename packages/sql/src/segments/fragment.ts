import type { SqlDialect } from "../sql-reading.js";

/** An example of each kind of SQL that can be put into a text; `name` is a name that nothing has. */
const examples = {
  value: (_: string, dialect: SqlDialect) => (dialect === "postgresql" ? "$1" : "?"),
  literal: (name: string) => `'${name}'`,
  number: () => "0",
  list: () => "(0)",
  name: (name: string) => name,
  query: (name: string) => `SELECT * FROM ${name}`,
  subquery: (name: string) => `(SELECT * FROM ${name})`,
  source: (name: string) => `(SELECT 1) ${name}`,
  nothing: () => "",
  condition: () => "AND 0 = 0",
  branch: () => "WHEN 0 THEN 0",
  operator: () => "=",
  join: () => "JOIN",
  lock: () => "UPDATE",
  omission: () => "NOTHING",
  assignment: (name: string) => `${name} = 0`,
  set: (name: string) => `SET ${name} = 0`,
  rows: () => "VALUES (0)",
  insertion: (name: string) => `(${name}) VALUES (0)`,
  column: (name: string) => `${name} int`,
  change: (name: string) => `ADD COLUMN ${name} int`,
  cte: (name: string) => `${name} AS (SELECT 1)`,
  with: (name: string) => `WITH ${name} AS (SELECT 1)`,
  update: (name: string) => `UPDATE ${name}`,
  insert: (name: string) => `INSERT INTO ${name}`,
} as const;

/** The kinds of SQL that can be put into a text. */
export type Fragment = keyof typeof examples;

export function exampleOf(fragment: Fragment, name: string, dialect: SqlDialect): string {
  return examples[fragment](name, dialect);
}
