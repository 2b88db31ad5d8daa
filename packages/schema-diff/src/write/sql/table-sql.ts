import type { Dialect } from "@domain-isolation/model";
import type { CreateTable } from "../../changes/change.js";
import { constraintSql } from "./constraint-sql.js";
import { indexWithinTable } from "./index-sql.js";
import { placedName } from "./placed-name.js";
import type { SqlDialect } from "./sql-dialect.js";
import { words } from "./words.js";

/** `CREATE TABLE` with all that stands within it. */
export function tableSql(table: CreateTable, name: Dialect, dialect: SqlDialect): string {
  const counts = name === "sqlite" ? table.columns.filter(({ identity }) => identity !== null) : [];
  const counted = counts.map((column) => column.name);
  const lines = [
    ...table.columns.map((column) =>
      words(dialect.quote(column.name), dialect.column(column, table.name)),
    ),
    ...table.constraints.map((constraint) => constraintSql(constraint, dialect, counted)),
    ...table.indexes.map((index) => indexWithinTable(index, dialect)),
  ];
  const body = lines.map((line) => `\n  ${line}`).join(",");
  return words(
    `CREATE TABLE ${placedName(table.name, dialect)} (${body}\n)`,
    name === "mysql" && table.comment !== null && `COMMENT = ${dialect.string(table.comment)}`,
  );
}

/** `COMMENT ON`, of PostgreSQL. */
export function commentsSql(table: CreateTable, dialect: SqlDialect): readonly string[] {
  const own = placedName(table.name, dialect);
  const comment = (what: string, text: string | null) =>
    text === null ? [] : [`COMMENT ON ${what} IS ${dialect.string(text)}`];
  return [
    ...comment(`TABLE ${own}`, table.comment),
    ...table.columns.flatMap((column) =>
      comment(`COLUMN ${own}.${dialect.quote(column.name)}`, column.comment),
    ),
  ];
}
