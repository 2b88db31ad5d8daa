import { readChanges, sqlFile, type Change, type CreateTable } from "../../src/index.js";
import {
  columnLine,
  foreignKeyLine,
  indexLine,
  keyLine,
  tokensOf,
  type Catalog,
} from "./catalog.js";
import type { Ask, Row } from "./engine.js";
import { names } from "./our-catalog.js";

/**
 * What a real SQLite says of its tables. Pragmas tell most of it; what only the text of
 * `sqlite_schema` tells, which SQLite keeps up to date itself, is read out of that text.
 */
export function realCatalog(ask: Ask): Catalog {
  const shadows = new Set(
    ask("SELECT name FROM pragma_table_list WHERE type = 'shadow'").map(({ name }) => text(name)),
  );
  const entries = ask("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    .filter(({ name, type }) => !text(name).startsWith("sqlite_") && type !== "index")
    .filter(({ name }) => !shadows.has(text(name)))
    .map(
      (row) => [`${text(row.type)} ${text(row.name).toLowerCase()}`, linesOf(row, ask)] as const,
    );
  return Object.fromEntries(entries);
}

function linesOf(row: Row, ask: Ask): readonly string[] {
  const [change] = changesIn(row.sql);
  switch (change?.kind) {
    case "create table":
      return change.tableKind === "virtual"
        ? ["virtual", ...columnLines(row, change, ask)]
        : tableLines(row, change, ask);
    case "create view":
      return [tokensOf(change.query.text)];
    case "create trigger": {
      const { reads, writes } = change;
      const on = `on ${text(row.tbl_name).toLowerCase()}`;
      return [on, `reads ${names(reads)}`, `writes ${names(writes)}`];
    }
    default:
      return [`can't be read: ${text(row.sql)}`];
  }
}

function changesIn(sql: unknown): readonly Change[] {
  return readChanges(sqlFile("sqlite_schema", text(sql), "sqlite"));
}

function tableLines(row: Row, change: CreateTable, ask: Ask): readonly string[] {
  const table = text(row.name);
  const indexes = ask("SELECT * FROM pragma_index_list(?)", table);
  const primaryKey = keyOf(table, ask);
  const checks = change.constraints.filter(({ kind }) => kind === "check");
  return [
    ...columnLines(row, change, ask),
    ...(primaryKey.length > 0 ? [keyLine("primary key", primaryKey)] : []),
    ...indexes
      .filter(({ origin }) => origin === "u")
      .map(({ name }) => keyLine("unique", columnsOfIndex(text(name), ask)))
      .sort(),
    ...foreignKeyLines(table, ask),
    ...checks
      .map((check) => `check ${tokensOf("expression" in check ? check.expression : "")}`)
      .sort(),
    ...indexes
      .filter(({ origin }) => origin === "c")
      .map((index) => createdIndexLine(index, ask))
      .sort(),
  ];
}

function columnLines(row: Row, change: CreateTable, ask: Ask): readonly string[] {
  const written = new Map(change.columns.map((column) => [column.name.toLowerCase(), column]));
  return ask("SELECT * FROM pragma_table_xinfo(?)", text(row.name))
    .filter(({ hidden }) => hidden !== 1)
    .map(({ name, type, notnull, dflt_value: value, hidden }) => {
      const column = written.get(text(name).toLowerCase());
      return columnLine({
        name: text(name),
        type: text(type),
        nullable: notnull === 0,
        default: value === null ? null : text(value),
        counted: (column?.identity ?? null) !== null,
        generated: hidden === 2 || hidden === 3 ? (column?.generated ?? "?") : null,
      });
    });
}

function keyOf(table: string, ask: Ask): readonly string[] {
  const rows = ask("SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk", table);
  return rows.map(({ name }) => text(name));
}

function columnsOfIndex(index: string, ask: Ask): readonly string[] {
  const rows = ask("SELECT name FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno", index);
  return rows.map(({ name }) => text(name));
}

/** Keys that name no columns mean the key of the other table, as it is when it counts. */
function foreignKeyLines(table: string, ask: Ask): readonly string[] {
  const all = ask("SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq", table);
  const ids = new Set(all.map(({ id }) => id));
  const lines = [...ids].map((wanted) => {
    const rows = all.filter(({ id }) => id === wanted);
    const other = text(rows[0]?.table);
    const isImplied = rows.some(({ to }) => to === null);
    return foreignKeyLine({
      columns: rows.map(({ from }) => text(from)),
      table: other,
      to: isImplied ? keyOf(other, ask) : rows.map(({ to }) => text(to)),
      onDelete: text(rows[0]?.on_delete),
      onUpdate: text(rows[0]?.on_update),
    });
  });
  return lines.sort();
}

function createdIndexLine({ name, unique }: Row, ask: Ask): string {
  const [row] = ask("SELECT sql FROM sqlite_schema WHERE name = ?", text(name));
  const [change] = changesIn(row?.sql);
  if (change?.kind !== "create index") return `index ${text(name)} can't be read`;
  const rows = ask("SELECT * FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno", text(name));
  const parts = rows.map(({ name: column, desc }, position) => {
    const expression = change.index.parts[position]?.expression ?? "?";
    return `${column === null ? tokensOf(expression) : text(column)}${desc ? " desc" : ""}`;
  });
  return indexLine({ name: text(name), unique: unique === 1, parts, where: change.index.where });
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
