import type { PrismaField, PrismaModel, PrismaSchema } from "@domain-isolation/prisma-schema";
import type { DataWorld } from "../../modules.js";
import type { Entity, RelationTarget } from "../../values/value.js";

const known = new WeakMap<DataWorld["prismaSchemas"], ReadonlyMap<string, Entity>>();

/** The models of all schemas, by the client's name for them. */
export function modelEntities({ prismaSchemas }: DataWorld): ReadonlyMap<string, Entity> {
  const before = known.get(prismaSchemas);
  if (before) return before;
  const entities = new Map<string, Entity>();
  for (const schema of prismaSchemas) {
    for (const [accessor, entity] of entitiesOf(schema)) {
      if (!entities.has(accessor)) entities.set(accessor, entity);
    }
  }
  known.set(prismaSchemas, entities);
  return entities;
}

export function modelNamed(accessor: string, world: DataWorld): Entity | null {
  return modelEntities(world).get(accessor) ?? null;
}

function entitiesOf(schema: PrismaSchema): ReadonlyMap<string, Entity> {
  const { models } = schema;
  const byName = new Map<string, Entity>();
  for (const model of models) byName.set(model.name, entityOf(model, byName, schema));
  return new Map(
    models.flatMap(({ accessor, name }) => {
      const entity = byName.get(name);
      return entity ? [[accessor, entity] as const] : [];
    }),
  );
}

function entityOf(
  model: PrismaModel,
  byName: ReadonlyMap<string, Entity>,
  { joinTables }: PrismaSchema,
): Entity {
  const { name, table, schema, file, span, fields } = model;
  let relations: ReadonlyMap<string, RelationTarget> | null = null;
  return {
    is: "entity",
    library: "prisma",
    name,
    table,
    schema,
    file,
    span,
    place: null,
    relations: () => (relations ??= relationsOf(fields, byName, joinTables)),
  };
}

function relationsOf(
  fields: readonly PrismaField[],
  byName: ReadonlyMap<string, Entity>,
  joinTables: PrismaSchema["joinTables"],
): ReadonlyMap<string, RelationTarget> {
  return new Map(
    fields.flatMap((field) => {
      const entity = field.relation ? byName.get(field.relation.model) : undefined;
      if (!field.relation || !entity) return [];
      const { table, schema, name } = entity;
      const { name: property, span } = field;
      const fact = { property, table, schema, entity: name, span };
      const { fields, joinTable: between } = field.relation;
      const joinTable = joinTables.find((each) => each.name === between) ?? null;
      return [[property, { entity, fact, holdsKey: fields.length > 0, joinTable }] as const];
    }),
  );
}
