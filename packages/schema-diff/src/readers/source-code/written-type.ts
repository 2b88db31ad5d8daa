import type { Dialect } from "@domain-isolation/model";
import type { ColumnDefinition } from "../../changes/change.js";
import { readChanges } from "../../sql/read-changes.js";
import { sqlFile } from "../../sql/sql-text.js";

type Meaning = Pick<ColumnDefinition, "type" | "default" | "identity" | "serial">;

const known = new Map<string, Meaning | null>();

/** A type as the database shows it, of one that a library writes so. */
export function writtenType(type: string, dialect: Dialect): string {
  return meaningOf(type, dialect)?.type ?? type;
}

/** A default as the database's own reader understands what a library writes behind `DEFAULT`. */
export function writtenDefault(expression: string, dialect: Dialect): string | null {
  const meaning = meaningOf(`text default ${expression}`, dialect);
  return meaning ? meaning.default : expression;
}

/** What a column is that is written so; null where it makes no sense as SQL. */
export function meaningOf(written: string, dialect: Dialect): Meaning | null {
  const key = `${dialect}\0${written}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const meaning = parse(written, dialect);
  known.set(key, meaning);
  return meaning;
}

function parse(written: string, dialect: Dialect): Meaning | null {
  const [table, ...more] = readChanges(sqlFile("", `create table t (c ${written})`, dialect));
  const isTable = table?.kind === "create table" && more.length === 0;
  const [column, ...others] = isTable ? table.columns : [];
  if (!column || others.length > 0) return null;
  const { type, identity, serial } = column;
  return { type, default: column.default, identity, serial };
}
