import type { PrismaJoinTable } from "../prisma-schema.js";
import type { RelationEnd } from "./relation-end.js";

/**
 * The table of a relation with a list at both ends, by the rules of Prisma Migrate
 * (`sql_schema_calculator.rs` of prisma-engines). Null where Prisma makes none: at other relations,
 * at those of views, and in MongoDB, where documents hold the keys.
 */
export function joinTableOf(
  end: RelationEnd,
  opposite: RelationEnd,
  provider: string | null,
): PrismaJoinTable | null {
  const ends = [end, opposite];
  if (provider === "mongodb" || !ends.every(mayBeJoined)) return null;
  const [a, b] = isFirst(end, opposite) ? [end, opposite] : [opposite, end];
  const { file, schema } = a.model;
  return {
    name: nameOf(a, b, provider),
    schema,
    models: [a.model.name, b.model.name],
    file,
    span: a.field.span,
  };
}

/** By the names of the models, of one and the same model by those of the fields. */
export function isFirst(end: RelationEnd, opposite: RelationEnd): boolean {
  return end.model.name === opposite.model.name
    ? end.field.name < opposite.field.name
    : end.model.name < opposite.model.name;
}

function mayBeJoined({ model, field, relation }: RelationEnd): boolean {
  return field.list && model.kind === "model" && relation.fields.length === 0;
}

/** How many characters a name may have. Other databases take as many as Prisma makes. */
const longest: Readonly<Record<string, number>> = {
  cockroachdb: 63,
  mysql: 64,
  postgresql: 63,
  sqlserver: 128,
};

function nameOf(a: RelationEnd, b: RelationEnd, provider: string | null): string {
  const name = `_${a.relation.name ?? `${a.model.name}To${b.model.name}`}`;
  return Array.from(name)
    .slice(0, longest[provider ?? ""])
    .join("");
}
