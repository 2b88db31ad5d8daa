import type { Analysis } from "../../analysis.js";
import type { DataWorld } from "../../modules.js";
import type { Entity } from "../../values/value.js";
import { topCalls } from "../top-calls.js";
import { decoratorsOf } from "../decorators.js";
import { declaringFiles } from "./declaring-files.js";
import { library, packages } from "./library.js";

/** What the files of a repository declare. */
interface Declared {
  readonly byName: ReadonlyMap<string, readonly Entity[]>;
  readonly byTable: ReadonlyMap<string, readonly Entity[]>;
  readonly byAlias: ReadonlyMap<string, readonly Entity[]>;
  readonly schemas: ReadonlySet<string>;
}

const declaring = /@(?:Entity|ViewEntity|ChildEntity)\b|\bEntitySchema\b/u;

const inheriting = "TableInheritance";

const known = new WeakMap<DataWorld, Declared>();

/** The entity that a name means, which may be its class's, its schema's or its table's. */
export function entityNamed(name: string, analysis: Analysis): Entity | null {
  const { byName, byTable } = declaredEntities(analysis);
  return only(byName.get(name)) ?? only(byTable.get(name));
}

/** The entity whose class, or schema, has that name. */
export function entityClass(name: string, analysis: Analysis): Entity | null {
  return only(declaredEntities(analysis).byName.get(name));
}

/** The entity whose class has that name, whatever the case. */
export function entityCalled(name: string, analysis: Analysis): Entity | null {
  return only(declaredEntities(analysis).byAlias.get(name.toLowerCase()));
}

/** Whether some entity's table is in a schema of that name. */
export function isSchema(name: string, analysis: Analysis): boolean {
  return declaredEntities(analysis).schemas.has(name);
}

/** The classes that share a table with one above them: https://typeorm.io/docs/entity/entity-inheritance */
export function childEntities(entity: Entity, analysis: Analysis): readonly Entity[] {
  const { place, table } = entity;
  if (!place || decoratorsOf(place, packages, analysis).every(({ name }) => name !== inheriting))
    return [];
  const sharing = declaredEntities(analysis).byTable.get(tableKey(entity)) ?? [];
  return sharing.filter((each) => each !== entity && each.table === table);
}

/** Of several, those that mean one table are the same. */
function only([first, ...others]: readonly Entity[] = []): Entity | null {
  const isSame = ({ table, schema }: Entity) => table === first?.table && schema === first.schema;
  return first && others.every(isSame) ? first : null;
}

function declaredEntities(analysis: Analysis): Declared {
  const before = known.get(analysis.world);
  if (before) return before;
  const declared = readDeclared(analysis);
  known.set(analysis.world, declared);
  return declared;
}

function readDeclared(analysis: Analysis): Declared {
  const entities = declaringFiles(analysis.world, declaring).flatMap((file) => [
    ...classEntities(file, analysis),
    ...schemaEntities(file, analysis),
  ]);
  return {
    byName: groupBy(entities, ({ name }) => name),
    byTable: groupBy(entities, tableKey),
    byAlias: groupBy(entities, ({ name }) => name.toLowerCase()),
    schemas: new Set(entities.flatMap(({ schema }) => schema ?? [])),
  };
}

function classEntities(file: string, analysis: Analysis): readonly Entity[] {
  const module = analysis.module(file);
  if (!module) return [];
  return [...module.surroundings].flatMap(([node, { scope }]) => {
    const isClass = node.type.startsWith("Class");
    const entity = isClass ? analysis.entityAt({ node, scope, module, frame: null }) : null;
    return entity?.library === library && entity.file === file ? [entity] : [];
  });
}

function schemaEntities(file: string, analysis: Analysis): readonly Entity[] {
  return topCalls(file, analysis).flatMap((call) => {
    if (call.node.type !== "NewExpression") return [];
    const value = analysis.evaluate(call);
    return value?.is === "entity" && value.library === library ? [value] : [];
  });
}

function tableKey({ table, schema }: Entity): string {
  return schema === null ? table : `${schema}.${table}`;
}

function groupBy(entities: readonly Entity[], key: (entity: Entity) => string) {
  const groups = new Map<string, readonly Entity[]>();
  for (const entity of entities) {
    groups.set(key(entity), [...(groups.get(key(entity)) ?? []), entity]);
  }
  return groups;
}
