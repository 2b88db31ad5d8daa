import { referentialActions, type ReferentialAction } from "@domain-isolation/model";
import type {
  AddConstraint,
  Constraint,
  CreateIndex,
  CreateTable,
  PlacedName,
} from "../../changes/change.js";
import { readColumn } from "./snapshot-column.js";
import type { SnapshotContext } from "./snapshot-context.js";
import { readIndex } from "./snapshot-index.js";
import { entriesOf, nameAt, schemaAt, textAt, textsOf } from "./snapshot-values.js";

interface SnapshotTable {
  readonly table: CreateTable;
  readonly indexes: readonly CreateIndex[];
  readonly foreignKeys: readonly AddConstraint[];
}

type Values = Readonly<Record<string, unknown>>;

/** A table, its parts in the order in which a snapshot holds them. */
export function readTable(key: string, values: Values, context: SnapshotContext): SnapshotTable {
  const at = context.places.next(key);
  const name = nameAt(values, key, context.dialect);
  const placed: PlacedName = { schema: schemaAt(values, "schema"), name, span: at.span };
  const columns = entriesOf(values.columns).map((entry) => readColumn(entry, context));
  const indexes = entriesOf(values.indexes).map((entry) => readIndex(entry, placed, context));
  const foreignKeys = entriesOf(values.foreignKeys).map((entry) =>
    foreignKey(entry, placed, context),
  );
  const own = [
    ...columns.flatMap((column) => column.primaryKey ?? []),
    ...entriesOf(values.compositePrimaryKeys).map((entry) => keyOf("primary key", entry, context)),
    ...entriesOf(values.uniqueConstraints).map((entry) => keyOf("unique", entry, context)),
    ...entriesOf(values.checkConstraints).map((entry) => check(entry, context)),
  ];
  const isInline = context.dialect === "sqlite";
  return {
    indexes,
    foreignKeys: isInline ? [] : foreignKeys.map((constraint) => added(placed, constraint)),
    table: {
      kind: "create table",
      at,
      name: placed,
      ifNotExists: false,
      temporary: false,
      tableKind: "table",
      columns: columns.map(({ column }) => column),
      constraints: [...own, ...(isInline ? foreignKeys : [])],
      indexes: [],
      like: [],
      inherits: [],
      partitionOf: null,
      as: null,
      comment: null,
    },
  };
}

function added(table: PlacedName, constraint: Constraint): AddConstraint {
  return {
    kind: "add constraint",
    at: constraint.definedAt,
    table,
    ifTableExists: false,
    constraint,
  };
}

/** MySQL and SQLite keep no name of a primary key. */
function keyOf(
  kind: "primary key" | "unique",
  [key, values]: readonly [string, Values],
  { dialect, places }: SnapshotContext,
): Constraint {
  const isNamed = kind === "unique" || dialect === "postgresql";
  const name = isNamed ? nameAt(values, key, dialect) : null;
  return { kind, name, columns: textsOf(values.columns), definedAt: places.next(key) };
}

function check(
  [key, values]: readonly [string, Values],
  { dialect, places }: SnapshotContext,
): Constraint {
  const expression = textAt(values, "value") ?? "";
  return {
    kind: "check",
    name: nameAt(values, key, dialect),
    expression,
    definedAt: places.next(key),
  };
}

/** In SQLite, Drizzle writes foreign keys without their names. */
function foreignKey(
  [key, values]: readonly [string, Values],
  { schema }: PlacedName,
  { dialect, places }: SnapshotContext,
): Constraint {
  const definedAt = places.next(key);
  return {
    kind: "foreign key",
    name: dialect === "sqlite" ? null : nameAt(values, key, dialect),
    columns: textsOf(values.columnsFrom),
    references: {
      schema: dialect === "postgresql" ? (schemaAt(values, "schemaTo") ?? schema) : null,
      name: textAt(values, "tableTo") ?? "",
      span: definedAt.span,
      columns: textsOf(values.columnsTo),
    },
    onDelete: actionOf(values.onDelete),
    onUpdate: actionOf(values.onUpdate),
    definedAt,
  };
}

function actionOf(value: unknown): ReferentialAction {
  return referentialActions.find((action) => action === value) ?? "no action";
}
