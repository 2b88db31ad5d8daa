import type { PrismaField, PrismaKey, PrismaModel } from "@domain-isolation/prisma-schema";
import type {
  ColumnDefinition,
  Constraint,
  CreateIndex,
  CreateTable,
  PlacedName,
} from "../../changes/change.js";
import { columnDefault, isAutoincrement } from "./column-default.js";
import { columnType } from "./column-type.js";
import { constraintName } from "./constraint-names.js";
import { indexDefinition } from "./index-definition.js";
import { columnsOf, placeOf, tableName, type PrismaContext } from "./prisma-context.js";
import { foreignKeysOf } from "./relation-changes.js";

/** The table of a model, with its primary key. SQLite's foreign keys can be nowhere else. */
export function tableChanges(model: PrismaModel, context: PrismaContext): CreateTable {
  const inline = context.dialect === "sqlite" ? foreignKeysOf(model, context) : [];
  return emptyTable(tableName(model), model, {
    columns: model.fields.flatMap((field) => columnOf(field, model, context)),
    constraints: [...model.keys.flatMap((key) => primaryKeyOf(key, model, context)), ...inline],
  });
}

/** A table with nothing of what Prisma doesn't know. */
export function emptyTable(
  name: PlacedName,
  { file, span }: Pick<PrismaModel, "file" | "span">,
  { columns, constraints }: Pick<CreateTable, "columns" | "constraints">,
): CreateTable {
  return {
    kind: "create table",
    at: placeOf(file, span),
    name,
    ifNotExists: false,
    temporary: false,
    tableKind: "table",
    columns,
    constraints,
    indexes: [],
    like: [],
    inherits: [],
    partitionOf: null,
    as: null,
    comment: null,
  };
}

function columnOf(
  field: PrismaField,
  { file }: PrismaModel,
  context: PrismaContext,
): readonly ColumnDefinition[] {
  if (!["scalar", "enum", "unsupported"].includes(field.kind)) return [];
  const isNumbered = isAutoincrement(field);
  const isSerial = isNumbered && context.dialect === "postgresql";
  return [
    {
      name: field.column,
      type: columnType(field, context),
      nullable: field.optional || field.list,
      default: columnDefault(field, context),
      identity: isNumbered && !isSerial ? "by default" : null,
      generated: null,
      comment: null,
      serial: isSerial,
      definedAt: placeOf(file, field.span),
    },
  ];
}

/** MySQL and SQLite give a primary key no name. */
function primaryKeyOf(
  { kind, fields, constraint, span }: PrismaKey,
  model: PrismaModel,
  { dialect }: PrismaContext,
): readonly Constraint[] {
  if (kind !== "id") return [];
  const given = constraint ?? constraintName(model.table, [], "pkey", dialect);
  return [
    {
      kind: "primary key",
      name: dialect === "postgresql" ? given : null,
      columns: columnsOf(model, fields),
      definedAt: placeOf(model.file, span),
    },
  ];
}

/** Prisma makes unique indexes, and never a unique constraint. */
export function indexChanges(model: PrismaModel, context: PrismaContext): readonly CreateIndex[] {
  return model.keys.flatMap((key) => {
    if (key.kind === "id") return [];
    const at = placeOf(model.file, key.span);
    const index = indexDefinition(key, model, context);
    return [{ kind: "create index", at, table: tableName(model), index, ifNotExists: false }];
  });
}
