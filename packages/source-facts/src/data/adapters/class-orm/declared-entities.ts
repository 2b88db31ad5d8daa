import { childOf, identifierName } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import type { Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import { fileIndex } from "../file-index.js";
import { topCalls } from "../top-calls.js";
import { declaringFiles } from "./declaring-files.js";
import type { EntityLibrary } from "./entity-library.js";

/** The entities that the files of a repository declare for one library. */
export interface DeclaredEntities {
  /** The files that declare any, or say how tables are named. */
  readonly files: readonly string[];
  /** What a name means: a class's or a schema's, or that of a table. */
  readonly named: (name: string) => Entity | null;
  /** By the name of the class or schema alone. */
  readonly classNamed: (name: string) => Entity | null;
  /** By the name of the class, whatever the case. */
  readonly called: (name: string) => Entity | null;
  /** Those that share an entity's table with it: classes that extend one another. */
  readonly sharing: (entity: Entity) => readonly Entity[];
  /** That of a schema which names a class as the one that it is for. */
  readonly schemaOf: (cls: Place) => Entity | null;
  /** Whether some table is in a schema of that name. */
  readonly hasSchema: (name: string) => boolean;
}

/** Worked out when first asked for, and anew when a file has another tree. */
export function declaredEntities(of: EntityLibrary): (analysis: Analysis) => DeclaredEntities {
  return fileIndex(
    (world) => declaringFiles(of, world),
    (files, analysis) => entitiesOf(files, of, analysis),
  );
}

function entitiesOf(
  files: readonly string[],
  of: EntityLibrary,
  analysis: Analysis,
): DeclaredEntities {
  const { library } = of;
  let schemas: ReadonlyMap<string, Entity> | null = null;
  let groups: Groups | null = null;
  const grouped = () => (groups ??= groupsOf(readEntities(files, library, analysis)));
  const classNamed = (name: string) => only(grouped().byName.get(name));
  return {
    files,
    classNamed,
    named: (name) => classNamed(name) ?? only(grouped().byTable.get(name)),
    called: (name) => only(grouped().byAlias.get(name.toLowerCase())),
    sharing: (entity) =>
      (grouped().byTable.get(tableKey(entity)) ?? []).filter((each) => each !== entity),
    schemaOf: (cls) => (schemas ??= schemasByClass(files, of, analysis)).get(classKey(cls)) ?? null,
    hasSchema: (name) => grouped().schemas.has(name),
  };
}

interface Groups {
  readonly byName: ReadonlyMap<string, readonly Entity[]>;
  readonly byTable: ReadonlyMap<string, readonly Entity[]>;
  readonly byAlias: ReadonlyMap<string, readonly Entity[]>;
  readonly schemas: ReadonlySet<string>;
}

function groupsOf(entities: readonly Entity[]): Groups {
  return {
    byName: groupBy(entities, ({ name }) => name),
    byTable: groupBy(entities, tableKey),
    byAlias: groupBy(entities, ({ name }) => name.toLowerCase()),
    schemas: new Set(entities.flatMap(({ schema }) => schema ?? [])),
  };
}

/** Of several, those that mean one table are the same. */
function only([first, ...others]: readonly Entity[] = []): Entity | null {
  const isSame = ({ table, schema }: Entity) => table === first?.table && schema === first.schema;
  return first && others.every(isSame) ? first : null;
}

function readEntities(
  files: readonly string[],
  library: string,
  analysis: Analysis,
): readonly Entity[] {
  const found = files.flatMap((file) => [
    ...classEntities(file, analysis),
    ...madeEntities(file, analysis),
  ]);
  return found.filter((entity) => entity.library === library);
}

function classEntities(file: string, analysis: Analysis): readonly Entity[] {
  const module = analysis.module(file);
  if (!module) return [];
  return [...module.surroundings].flatMap(([node, { scope }]) => {
    const isClass = node.type.startsWith("Class");
    const entity = isClass ? analysis.entityAt({ node, scope, module, frame: null }) : null;
    return entity?.file === file ? [entity] : [];
  });
}

function madeEntities(file: string, analysis: Analysis): readonly Entity[] {
  return topCalls(file, analysis).flatMap((call) => {
    const value = analysis.evaluate(call);
    return value?.is === "entity" ? [value] : [];
  });
}

/** By file and name, since a file that is edited has other nodes. */
function schemasByClass(
  files: readonly string[],
  { library, schemaClass }: EntityLibrary,
  analysis: Analysis,
): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>();
  for (const entity of files.flatMap((file) => madeEntities(file, analysis))) {
    const [options] = entity.place ? callSite(entity.place).args : [];
    const entries = (options && analysis.properties(options)?.entries) ?? [];
    const named = entries.findLast(({ key }) => key === schemaClass)?.value;
    const cls = named && entity.library === library ? analysis.evaluate(named) : null;
    if (cls?.is === "class") found.set(classKey(cls.place), entity);
  }
  return found;
}

function classKey({ node, module }: Place): string {
  return `${module.file}:${identifierName(childOf(node, "id")) ?? ""}`;
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
