import { referentialActions, type ReferentialAction } from "@domain-isolation/model";
import type { PrismaField, PrismaModel, PrismaRelation } from "@domain-isolation/prisma-schema";
import type { AddConstraint, Constraint } from "../../changes/change.js";
import { constraintName } from "./constraint-names.js";
import { columnsOf, fieldOf, placeOf, tableName, type PrismaContext } from "./prisma-context.js";

/** The foreign keys of a model, where they are added to its table. */
export function foreignKeyChanges(
  model: PrismaModel,
  context: PrismaContext,
): readonly AddConstraint[] {
  if (context.dialect === "sqlite") return [];
  return foreignKeysOf(model, context).map((constraint) => addConstraint(model, constraint));
}

function addConstraint(model: PrismaModel, constraint: Constraint): AddConstraint {
  const at = constraint.definedAt;
  return { kind: "add constraint", at, table: tableName(model), ifTableExists: false, constraint };
}

/** With `relationMode = "prisma"` the client watches over relations, and the database has no key. */
export function foreignKeysOf(model: PrismaModel, context: PrismaContext): readonly Constraint[] {
  if (context.prisma.relationMode === "prisma") return [];
  return model.fields.flatMap((field) => {
    const target = field.relation && context.models.get(field.relation.model);
    if (!field.relation || target?.kind !== "model" || field.relation.fields.length === 0)
      return [];
    return [foreignKey(field, field.relation, model, target, context)];
  });
}

function foreignKey(
  field: PrismaField,
  relation: PrismaRelation,
  model: PrismaModel,
  target: PrismaModel,
  { dialect }: PrismaContext,
): Constraint {
  const columns = columnsOf(model, relation.fields);
  const isRequired =
    !field.optional || relation.fields.some((name) => fieldOf(model, name)?.optional === false);
  return {
    kind: "foreign key",
    name: relation.constraint ?? constraintName(model.table, columns, "fkey", dialect),
    columns,
    references: {
      ...tableName(target),
      span: relation.span,
      columns: columnsOf(target, relation.references),
    },
    // https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/referential-actions#referential-action-defaults
    onDelete: actionOf(relation.onDelete) ?? (isRequired ? "restrict" : "set null"),
    onUpdate: actionOf(relation.onUpdate) ?? "cascade",
    definedAt: placeOf(model.file, field.span),
  };
}

/** `SetNull`: set null */
function actionOf(written: string | null): ReferentialAction | null {
  const words = written?.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, " ").toLowerCase();
  return referentialActions.find((action) => action === words) ?? null;
}
