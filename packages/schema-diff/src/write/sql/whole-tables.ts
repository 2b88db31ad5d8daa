import { keyOfName } from "../../diff/placed-name.js";
import type { Change, Comment, CreateTable } from "../../changes/change.js";
import type { SqlDialect } from "./sql-dialect.js";

/** The changes, with what a dialect writes within a table in the change that creates it. */
export function wholeTables(changes: readonly Change[], dialect: SqlDialect): readonly Change[] {
  const tables = new Map<string, CreateTable>();
  const others: Change[] = [];
  for (const change of changes) {
    const key = tableKey(change);
    const table = key === null ? undefined : tables.get(key);
    const whole = change.kind === "create table" ? change : table && joined(table, change, dialect);
    if (key !== null && whole) tables.set(key, whole);
    if (whole === undefined || change.kind === "create table") others.push(change);
  }
  return others.map((change) =>
    change.kind === "create table" ? (tables.get(keyOfName(change.name)) ?? change) : change,
  );
}

function tableKey(change: Change): string | null {
  if (change.kind === "create table") return keyOfName(change.name);
  const isPart = change.kind === "add constraint" || change.kind === "create index";
  return isPart || change.kind === "comment" ? keyOfName(change.table) : null;
}

/** Undefined where the change stays one of its own. */
function joined(table: CreateTable, change: Change, dialect: SqlDialect): CreateTable | undefined {
  if (change.kind === "comment") return withComment(table, change);
  if (change.kind === "add constraint" && dialect.isWithinTable(change.constraint, table)) {
    return { ...table, constraints: [...table.constraints, change.constraint] };
  }
  if (change.kind === "create index" && dialect.isWithinTable("index", table)) {
    return { ...table, indexes: [...table.indexes, change.index] };
  }
  return undefined;
}

function withComment(table: CreateTable, { column, text }: Comment): CreateTable {
  if (column === null) return { ...table, comment: text };
  const columns = table.columns.map((each) =>
    each.name === column ? { ...each, comment: text } : each,
  );
  return { ...table, columns };
}
