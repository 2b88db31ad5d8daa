import type { PrismaField, PrismaJoinTable, PrismaModel, PrismaProblem } from "../prisma-schema.js";
import { isFirst, joinTableOf } from "./join-table.js";
import { oppositeOf, relationEnds, type RelationEnd } from "./relation-end.js";

export interface LinkedModels {
  readonly models: readonly PrismaModel[];
  readonly joinTables: readonly PrismaJoinTable[];
  readonly problems: readonly PrismaProblem[];
}

/** Finds the other end of each relation, and from that the tables that stand between two. */
export function linkRelations(
  models: readonly PrismaModel[],
  provider: string | null,
): LinkedModels {
  const links = linksOf(models, provider);
  const byField = new Map(links.map((link) => [link.end.field, link]));
  const linkFields = (model: PrismaModel) => model.fields.map((field) => linkField(field, byField));
  return {
    models: models.map((model) => ({ ...model, fields: linkFields(model) })),
    joinTables: links.flatMap(({ joinTable, end, opposite }) =>
      joinTable && opposite && isFirst(end, opposite) ? [joinTable] : [],
    ),
    problems: links.flatMap(problemOf),
  };
}

interface Link {
  readonly end: RelationEnd;
  readonly opposite: RelationEnd | null;
  readonly joinTable: PrismaJoinTable | null;
}

function linksOf(models: readonly PrismaModel[], provider: string | null): readonly Link[] {
  const endsOf = new Map(models.map((model) => [model.name, relationEnds(model)]));
  return [...endsOf.values()].flat().map((end) => {
    const opposite = oppositeOf(end, endsOf.get(end.relation.model) ?? []);
    return { end, opposite, joinTable: opposite && joinTableOf(end, opposite, provider) };
  });
}

function linkField(field: PrismaField, links: ReadonlyMap<PrismaField, Link>): PrismaField {
  const link = links.get(field);
  if (!link) return field;
  const opposite = link.opposite?.field.name ?? null;
  const joinTable = link.joinTable?.name ?? null;
  return { ...field, relation: { ...link.end.relation, opposite, joinTable } };
}

/** Where only a list is known, whether a table stands between can't be told. */
function problemOf({ end: { model, field, relation }, opposite }: Link): readonly PrismaProblem[] {
  if (opposite || !field.list) return [];
  const reason = `it can't be told which field of \`${relation.model}\` leads back to \`${model.name}\``;
  return [{ file: model.file, span: relation.span, reason }];
}
