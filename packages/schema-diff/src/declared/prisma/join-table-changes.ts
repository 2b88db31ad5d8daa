import type { PrismaField, PrismaJoinTable, PrismaModel } from "@domain-isolation/prisma-schema";
import type {
  AddConstraint,
  ColumnDefinition,
  Constraint,
  CreateIndex,
  CreateTable,
} from "../../changes/change.js";
import { columnType } from "./column-type.js";
import { constraintName } from "./constraint-names.js";
import { emptyTable } from "./model-changes.js";
import { fieldOf, placeOf, tableName, type PrismaContext } from "./prisma-context.js";

interface JoinTableChanges {
  readonly table: readonly CreateTable[];
  readonly keys: readonly (AddConstraint | CreateIndex)[];
}

/**
 * The table of an implicit many-to-many relation:
 * https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations#conventions-for-relation-tables-in-implicit-m-n-relations
 */
export function joinTableChanges(join: PrismaJoinTable, context: PrismaContext): JoinTableChanges {
  const ends = join.models.map((name) => endOf(name, context));
  const [a, b] = ends;
  if (!a || !b) return { table: [], keys: [] };
  const at = placeOf(join.file, join.span);
  const name = { name: join.name, schema: join.schema, span: join.span };
  const hasForeignKeys = context.prisma.relationMode !== "prisma";
  const foreignKeys = hasForeignKeys
    ? [foreignKey("A", a, join, context), foreignKey("B", b, join, context)]
    : [];
  const isInline = context.dialect === "sqlite";
  const hasKey = context.dialect === "postgresql" && context.major >= 6;
  const table = emptyTable(name, join, {
    columns: [columnOf("A", a, join, context), columnOf("B", b, join, context)],
    constraints: [...(hasKey ? [primaryKey(join)] : []), ...(isInline ? foreignKeys : [])],
  });
  const added = foreignKeys.map((constraint): AddConstraint => {
    return { kind: "add constraint", at, table: name, ifTableExists: false, constraint };
  });
  const keys = [
    ...(hasKey ? [] : [index(`${join.name}_AB_unique`, ["A", "B"], join)]),
    index(`${join.name}_B_index`, ["B"], join),
    ...(isInline ? [] : added),
  ];
  return { table: [table], keys };
}

interface JoinEnd {
  readonly model: PrismaModel;
  readonly id: PrismaField;
}

/** A model has such relations only with a key of one field. */
function endOf(name: string, { models }: PrismaContext): JoinEnd | null {
  const model = models.get(name);
  const field = model?.keys.find(({ kind }) => kind === "id")?.fields[0];
  const id = model && field !== undefined ? fieldOf(model, field) : undefined;
  return model && id ? { model, id } : null;
}

function columnOf(
  name: "A" | "B",
  { id }: JoinEnd,
  { file, span }: PrismaJoinTable,
  context: PrismaContext,
): ColumnDefinition {
  return {
    name,
    type: columnType(id, context),
    nullable: false,
    default: null,
    identity: null,
    generated: null,
    comment: null,
    serial: false,
    definedAt: placeOf(file, span),
  };
}

function primaryKey({ name, file, span }: PrismaJoinTable): Constraint {
  const definedAt = placeOf(file, span);
  return { kind: "primary key", name: `${name}_AB_pkey`, columns: ["A", "B"], definedAt };
}

function foreignKey(
  column: "A" | "B",
  { model, id }: JoinEnd,
  { name, file, span }: PrismaJoinTable,
  { dialect }: PrismaContext,
): Constraint {
  return {
    kind: "foreign key",
    name: constraintName(name, [column], "fkey", dialect),
    columns: [column],
    references: { ...tableName(model), span, columns: [id.column] },
    onDelete: "cascade",
    onUpdate: "cascade",
    definedAt: placeOf(file, span),
  };
}

function index(
  name: string,
  columns: readonly string[],
  { name: table, schema, file, span }: PrismaJoinTable,
): CreateIndex {
  const definedAt = placeOf(file, span);
  return {
    kind: "create index",
    at: definedAt,
    table: { name: table, schema, span },
    ifNotExists: false,
    index: {
      name: { name, schema: null, span },
      unique: columns.length > 1,
      parts: columns.map((column) => ({ column, expression: null, options: "" })),
      include: [],
      method: null,
      where: null,
      definedAt,
    },
  };
}
