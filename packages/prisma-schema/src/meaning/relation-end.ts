import type { PrismaField, PrismaModel, PrismaRelation } from "../prisma-schema.js";

/** One of the two fields that make a relation. */
export interface RelationEnd {
  readonly model: PrismaModel;
  readonly field: PrismaField;
  readonly relation: PrismaRelation;
}

export function relationEnds(model: PrismaModel): readonly RelationEnd[] {
  return model.fields.flatMap((field) =>
    field.relation ? [{ model, field, relation: field.relation }] : [],
  );
}

/** The end that leads back: of the same name, which may be none. Null unless there is just one. */
export function oppositeOf(
  { model, field, relation }: RelationEnd,
  endsThere: readonly RelationEnd[],
): RelationEnd | null {
  const candidates = endsThere.filter(
    (end) =>
      end.relation.model === model.name &&
      end.relation.name === relation.name &&
      end.field !== field,
  );
  const [only] = candidates;
  return candidates.length === 1 && only ? only : null;
}
