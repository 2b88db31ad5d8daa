import type { ColumnDefinition, Constraint, CreateTable } from "../../changes/change.js";
import { definedQuery } from "../tokens/defined-query.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { columnDefinition } from "./column-definition.js";
import { isTableConstraint, tableConstraint } from "./table-constraint.js";

type Body = Pick<CreateTable, "columns" | "constraints">;

/** What tables of SQLite never have. */
export const plainTable = {
  kind: "create table",
  indexes: [],
  like: [],
  inherits: [],
  partitionOf: null,
  as: null,
  comment: null,
} as const;

/** All behind `CREATE TABLE`: https://www.sqlite.org/lang_createtable.html */
export function createTable(reader: StatementReader, temporary: boolean): CreateTable {
  const ifNotExists = reader.takes("if not exists");
  const name = reader.placedName("the name of the table");
  const head = {
    ...plainTable,
    at: reader.at,
    name,
    ifNotExists,
    temporary: temporary || name.schema?.toLowerCase() === "temp",
    tableKind: "table",
  } as const;
  if (reader.takes("as")) {
    return { ...head, columns: [], constraints: [], as: definedQuery(reader) };
  }
  const body = tableBody(reader);
  return { ...head, ...withImpliedNotNull(body, tableOptions(reader)) };
}

function tableBody(reader: StatementReader): Body {
  const columns: ColumnDefinition[] = [];
  const constraints: Constraint[] = [];
  const counted = new Set<string>();
  reader.expect("(");
  do {
    if (columns.length > 0 && isTableConstraint(reader)) break;
    const read = columnDefinition(reader);
    columns.push(read.column);
    constraints.push(...read.constraints);
  } while (reader.takes(","));
  while (isTableConstraint(reader)) {
    const read = tableConstraint(reader);
    constraints.push(read.constraint);
    if (read.counted !== null) counted.add(read.counted.toLowerCase());
    // Between constraints of a table SQLite takes none as well.
    reader.takes(",");
  }
  reader.expect(")");
  return { columns: columns.map((column) => withCounter(column, counted)), constraints };
}

function withCounter(column: ColumnDefinition, counted: ReadonlySet<string>): ColumnDefinition {
  return counted.has(column.name.toLowerCase()) ? { ...column, identity: "by default" } : column;
}

interface TableOptions {
  readonly strict: boolean;
  readonly withoutRowid: boolean;
}

function tableOptions(reader: StatementReader): TableOptions {
  const options = new Set<string>();
  if (reader.isAtEnd) return { strict: false, withoutRowid: false };
  do {
    const option = reader.takesOneOf(["strict", "without rowid"]);
    options.add(option ?? reader.fail("`STRICT`, `WITHOUT ROWID` or the end"));
  } while (reader.takes(","));
  return { strict: options.has("strict"), withoutRowid: options.has("without rowid") };
}

/**
 * Only in tables that are strict or without row ids a primary key is never null. An
 * `INTEGER PRIMARY KEY` is the row id, which `PRAGMA table_info` shows as it was declared:
 * https://www.sqlite.org/lang_createtable.html#the_primary_key
 */
function withImpliedNotNull(body: Body, { strict, withoutRowid }: TableOptions): Body {
  const key = body.constraints.find(({ kind }) => kind === "primary key");
  if ((!strict && !withoutRowid) || key?.kind !== "primary key") return body;
  if (!withoutRowid && isRowid(key.columns, body.columns)) return body;
  const inKey = new Set(key.columns.map((name) => name.toLowerCase()));
  const columns = body.columns.map((column) =>
    inKey.has(column.name.toLowerCase()) ? { ...column, nullable: false } : column,
  );
  return { ...body, columns };
}

function isRowid(key: readonly string[], columns: readonly ColumnDefinition[]): boolean {
  const [only = "", ...others] = key;
  const column = columns.find(({ name }) => name.toLowerCase() === only.toLowerCase());
  return others.length === 0 && column?.type.toLowerCase() === "integer";
}
