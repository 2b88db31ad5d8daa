import type { Dialect, SourcePlace } from "@domain-isolation/model";
import type {
  Change,
  ColumnDefinition,
  Constraint,
  IndexDefinition,
  PlacedName,
} from "../../changes/change.js";
import { argumentOf, calledName, isSet } from "./sqlalchemy-name.js";
import { enumCheck, isColumn, readColumn, type WrittenColumn } from "./column.js";
import { namesOf, tableConstraint } from "./constraints.js";
import { columnIndex, indexDefinition } from "./index-definition.js";
import { isSerial } from "./serial.js";
import type { CallTerm, Value } from "../python/value.js";
import type { EnumType } from "./types/compiled-type.js";

/** What stands between the brackets of `op.create_table`. */
export interface TableDefinition {
  readonly columns: readonly ColumnDefinition[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly IndexDefinition[];
  readonly enums: readonly EnumType[];
  /** What of it can't be read: clauses. */
  readonly unread: readonly string[];
  /** Those of them that are about whole columns, keys and indexes. */
  readonly unreadParts: readonly string[];
}

export function tableDefinition(
  items: readonly Value[],
  table: PlacedName,
  at: SourcePlace,
  dialect: Dialect,
): TableDefinition {
  const written = items.filter(isColumn).flatMap((term) => readColumn(term, dialect) ?? []);
  const others = items.filter((item) => !isColumn(item) && !isLeftOut(item, dialect));
  const constraints = others.flatMap((item) => constraintOf(item, dialect) ?? []);
  const key = primaryKey(written, constraints, dialect);
  const all = [
    ...(key ? [key] : []),
    ...constraints.filter(({ kind }) => kind !== "primary key"),
    ...written.flatMap((column) => columnConstraints(column, at)),
  ];
  const unreadParts = items.filter((item) => !isRead(item, dialect)).map(whatIsUnread);
  return {
    columns: written.map((column) => finished(column, key?.columns ?? [], all, dialect)),
    constraints: all,
    indexes: [
      ...written.flatMap((column) => indexOf(column, table)),
      ...others.flatMap((item) => tableIndex(item, table, dialect) ?? []),
    ],
    enums: written.flatMap(({ type }) => type.enum ?? []),
    unread: [...written.flatMap(({ unread }) => unread), ...unreadParts],
    unreadParts,
  };
}

/** SQLAlchemy leaves a foreign key to a later `ALTER`, which Alembic never makes. */
function isLeftOut(item: Value, dialect: Dialect): boolean {
  return item.kind === "call" && dialect !== "sqlite" && isSet(item, "use_alter");
}

function constraintOf(item: Value, dialect: Dialect): Constraint | null {
  return item.kind === "call" ? tableConstraint(item, dialect) : null;
}

function isRead(item: Value, dialect: Dialect): boolean {
  if (item.kind === "none" || calledName(item) === "Index") return true;
  if (item.kind !== "call") return false;
  if (isColumn(item)) return readColumn(item, dialect) !== null;
  return isEmptyConstraint(item) || tableConstraint(item, dialect) !== null;
}

/** One of no columns is no constraint. */
function isEmptyConstraint(term: CallTerm): boolean {
  return calledName(term)?.endsWith("Constraint") === true && namesOf(term.args).length === 0;
}

function whatIsUnread(item: Value): string {
  const name = calledName(item);
  return name === null ? "one of its parts isn't known" : `its \`${name}\` can't be read`;
}

export function columnConstraints(column: WrittenColumn, at: SourcePlace): readonly Constraint[] {
  const { definition, isUnique, isIndexed, constraints } = column;
  const check = enumCheck(column, at);
  const { name, definedAt } = definition;
  return [
    ...constraints,
    ...(isUnique && !isIndexed
      ? [{ kind: "unique" as const, name: null, columns: [name], definedAt }]
      : []),
    ...(check ? [check] : []),
  ];
}

export function indexOf(
  { definition, isIndexed, isUnique }: WrittenColumn,
  table: PlacedName,
): readonly IndexDefinition[] {
  return isIndexed ? [columnIndex(definition.name, table, isUnique, definition.definedAt)] : [];
}

function tableIndex(item: Value, table: PlacedName, dialect: Dialect): IndexDefinition | null {
  if (item.kind !== "call" || calledName(item) !== "Index") return null;
  const [name = null, ...parts] = item.args;
  return indexDefinition({
    name: item.named.get("name") ?? name,
    table,
    parts: item.named.has("name") ? item.args : parts,
    term: item,
    dialect,
  });
}

type PrimaryKey = Extract<Constraint, { readonly kind: "primary key" | "unique" }>;

function primaryKey(
  written: readonly WrittenColumn[],
  constraints: readonly Constraint[],
  dialect: Dialect,
): PrimaryKey | null {
  const given = constraints.find((each) => each.kind === "primary key");
  if (given?.kind === "primary key") return given.columns.length > 0 ? given : null;
  const columns = written.filter(({ isPrimaryKey }) => isPrimaryKey);
  const names = columns.map(({ definition }) => definition.name);
  const [first] = columns;
  if (!first) return null;
  // The column whose numbers the database gives out comes first.
  const counted = columns.find((column) => isSerial(column, names, [], dialect))?.definition.name;
  const ordered = names.toSorted((a, b) => Number(b === counted) - Number(a === counted));
  return {
    kind: "primary key",
    name: null,
    columns: ordered,
    definedAt: first.definition.definedAt,
  };
}

function finished(
  column: WrittenColumn,
  key: readonly string[],
  constraints: readonly Constraint[],
  dialect: Dialect,
): ColumnDefinition {
  const { definition, term } = column;
  const isKey = key.includes(definition.name);
  const isOpen = argumentOf(term, "nullable")?.kind !== "boolean" || dialect !== "sqlite";
  const nullable = isKey && isOpen ? false : definition.nullable;
  const serial = isSerial(column, key, constraints, dialect);
  if (dialect !== "mysql")
    return { ...definition, nullable, serial: serial && dialect === "postgresql" };
  return { ...definition, nullable, identity: serial ? "by default" : definition.identity };
}

/** The changes that make a table: its types, itself, its indexes. */
export function tableChanges(
  create: Extract<Change, { readonly kind: "create table" }>,
  definition: TableDefinition,
): readonly Change[] {
  const { at, name: table } = create;
  const types = definition.enums.filter(({ isCreated }) => isCreated);
  return [
    ...types.map((type) => createEnum(type, at)),
    create,
    ...definition.indexes.map((index): Change => {
      return { kind: "create index", at, table, index, ifNotExists: false };
    }),
  ];
}

export function createEnum({ schema, name, values }: EnumType, at: SourcePlace): Change {
  const type = { schema, name, span: at.span };
  return { kind: "create type", at, name: type, type: "enum", values };
}
