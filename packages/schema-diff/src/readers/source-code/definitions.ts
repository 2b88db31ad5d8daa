import type { Dialect, SourcePlace } from "@domain-isolation/model";
import type {
  Change,
  ColumnDefinition,
  CreateTable,
  IndexDefinition,
  PlacedName,
} from "../../changes/change.js";

/** A column of which nothing is said but its type. */
export function plainColumn(name: string, type: string, definedAt: SourcePlace): ColumnDefinition {
  return {
    name,
    type,
    nullable: true,
    default: null,
    identity: null,
    generated: null,
    comment: null,
    definedAt,
    serial: false,
  };
}

/** An index of which nothing is said but its columns. */
export function plainIndex(
  name: PlacedName | null,
  columns: readonly string[],
  definedAt: SourcePlace,
): IndexDefinition {
  return {
    name,
    unique: false,
    parts: columns.map((column) => ({ column, expression: null, options: "" })),
    include: [],
    method: null,
    where: null,
    definedAt,
  };
}

/** A table of which nothing is said but its name. */
export function plainTable(name: PlacedName, at: SourcePlace): CreateTable {
  return {
    kind: "create table",
    at,
    name,
    ifNotExists: false,
    temporary: false,
    tableKind: "table",
    columns: [],
    constraints: [],
    indexes: [],
    like: [],
    inherits: [],
    partitionOf: null,
    as: null,
    comment: null,
  };
}

/** Of an index that belongs to a table: it stands in the table's schema. */
export function nameOfIndex(table: PlacedName, name: string): PlacedName {
  return { schema: table.schema, name, span: table.span };
}

/** PostgreSQL cuts names that are longer. */
export function cutName(name: string, dialect: Dialect): string {
  return dialect === "postgresql" ? name.slice(0, 63) : name;
}

/** A literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Columns and constraints that are added while a table is made are parts of it; the rest follows. */
export function intoTable(table: CreateTable, changes: readonly Change[]): readonly Change[] {
  const added = changes.filter((each) => each.kind === "add column");
  const constraints = changes.filter((each) => each.kind === "add constraint");
  const comment = changes.findLast((each) => each.kind === "comment" && each.column === null);
  const rest = changes.filter(
    (each) => each !== comment && each.kind !== "add column" && each.kind !== "add constraint",
  );
  const made: CreateTable = {
    ...table,
    columns: [...table.columns, ...added.map(({ column }) => column)],
    constraints: onePrimaryKey([
      ...table.constraints,
      ...added.flatMap((each) => each.constraints),
      ...constraints.map(({ constraint }) => constraint),
    ]),
    comment: comment?.kind === "comment" ? comment.text : table.comment,
  };
  return [made, ...rest];
}

/** A key that is said of a column is part of the one that is said of the table. */
function onePrimaryKey(constraints: CreateTable["constraints"]): CreateTable["constraints"] {
  const last = constraints.findLast(({ kind }) => kind === "primary key");
  return constraints.filter((each) => each.kind !== "primary key" || each === last);
}
