import type { AlterColumn, Change, ColumnDefinition, PlacedName } from "../../../changes/change.js";
import { textOf } from "../../python/value.js";
import { columnType } from "../column-type.js";
import { readColumn, type WrittenColumn } from "../column.js";
import { isSerial } from "../serial.js";
import { serverDefaultOf } from "../server-default.js";
import { columnConstraints, indexOf } from "../table-definition.js";
import { compileType } from "../types/compile-type.js";
import { opaque } from "../world.js";
import type { Operation } from "./operation.js";

/** As in Alembic, a key or a type that the column asks for isn't made. */
export function addColumn(operation: Operation): readonly Change[] | null {
  const table = operation.table("table_name");
  const term = operation.argument("column");
  const { at, dialect } = operation;
  const column = term?.kind === "call" ? readColumn(term, dialect) : null;
  if (!table || !column) return null;
  const added: Change = {
    kind: "add column",
    at,
    table,
    ifTableExists: false,
    ifNotExists: operation.isSet("if_not_exists"),
    column: addedColumn(column, operation),
    constraints: columnConstraints(column, at),
    position: null,
  };
  return [added, ...indexesOf(column, table, operation), ...unreadOf(column, table, operation)];
}

function addedColumn(column: WrittenColumn, { dialect }: Operation): ColumnDefinition {
  const { definition } = column;
  const serial = column.isPrimaryKey && isSerial(column, [definition.name], [], dialect);
  return { ...definition, serial: serial && dialect === "postgresql" };
}

function indexesOf(column: WrittenColumn, table: PlacedName, { at }: Operation): readonly Change[] {
  return indexOf(column, table).map((index) => {
    return { kind: "create index", at, table, index, ifNotExists: false };
  });
}

function unreadOf(
  { unread }: WrittenColumn,
  table: PlacedName,
  { at }: Operation,
): readonly Change[] {
  return unread.map((reason) => opaque(at, reason, { writes: [table] }));
}

export function dropColumn(operation: Operation): readonly Change[] | null {
  const table = operation.table("table_name");
  const column = operation.text("column_name");
  if (!table || column === null) return null;
  const ifExists = operation.isSet("if_exists");
  const { at } = operation;
  return [
    { kind: "drop column", at, table, ifTableExists: false, column, ifExists, cascade: false },
  ];
}

export function alterColumn(operation: Operation): readonly Change[] | null {
  const table = operation.table("table_name");
  const column = operation.text("column_name");
  if (!table || column === null) return null;
  const { at } = operation;
  const { set, unread } = alterations(operation, column);
  const to = operation.text("new_column_name") ?? operation.text("name");
  const changes: Change[] = [];
  if (Object.keys(set).length > 0) {
    changes.push({ kind: "alter column", at, table, ifTableExists: false, column, set });
  }
  if (to !== null && to !== column) {
    changes.push({ kind: "rename column", at, table, ifTableExists: false, column, to });
  }
  return [...changes, ...unread.map((reason) => opaque(at, reason, { writes: [table] }))];
}

type Alterations = { -readonly [Key in keyof AlterColumn["set"]]: AlterColumn["set"][Key] };

/** `False` leaves a default or a comment as it is; `None` takes it away. */
function alterations(operation: Operation, column: string) {
  const set: Alterations = {};
  const unread = [
    ...setNullable(operation, column, set),
    ...setType(operation, column, set),
    ...setDefault(operation, column, set),
  ];
  const comment = operation.argument("comment");
  if (comment && comment.kind !== "boolean") set.comment = textOf(comment);
  return { set, unread };
}

function setNullable(operation: Operation, column: string, set: Alterations): readonly string[] {
  const nullable = operation.argument("nullable");
  if (!nullable || nullable.kind === "none") return [];
  if (nullable.kind !== "boolean") return [`whether \`${column}\` can be null isn't known`];
  set.nullable = nullable.value;
  return [];
}

function setType(operation: Operation, column: string, set: Alterations): readonly string[] {
  const value = operation.argument("type_");
  if (!value || value.kind === "none") return [];
  const type = compileType(value, operation.dialect);
  set.type = columnType(type, operation.dialect);
  return type.text === null ? [`the type of \`${column}\`, ${type.name}, isn't known`] : [];
}

function setDefault(operation: Operation, column: string, set: Alterations): readonly string[] {
  const value = operation.argument("server_default");
  if (!value || value.kind === "boolean") return [];
  const given = serverDefaultOf(value, operation.dialect);
  set.default = given.text;
  return given.isKnown ? [] : [`what \`${column}\` is by default isn't known`];
}
