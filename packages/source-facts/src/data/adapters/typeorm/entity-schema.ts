import { childOf, identifierName, spanOf } from "../../../syntax/node.js";
import type { Analysis, Properties } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import type { DataWorld } from "../../modules.js";
import type { Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { madeName } from "../drizzle/made-name.js";
import { topCalls } from "../top-calls.js";
import { declaringFiles } from "./declaring-files.js";
import { library } from "./library.js";
import { tableName } from "./naming.js";
import { relationTarget, type DeclaredRelation, type Relations } from "./relations.js";
import { targetOf, writtenTarget } from "./target.js";

type Entries = Properties["entries"];

/** `new EntitySchema({ name, tableName, relations })`: https://typeorm.io/docs/entity/separating-entity-definition */
export function schemaEntity(
  { args: [options], place }: CallSite,
  analysis: Analysis,
): Entity | null {
  const entries = (options && analysis.properties(options)?.entries) ?? [];
  const name = textOf("name", entries, analysis);
  if (name === null) return null;
  let relations: Relations | null = null;
  return {
    is: "entity",
    library,
    name,
    table: tableName(name, textOf("tableName", entries, analysis), analysis),
    schema: textOf("schema", entries, analysis),
    file: place.module.file,
    span: madeName(place)?.span ?? spanOf(place.node),
    place,
    relations: () => (relations ??= schemaRelations(entries, place, analysis)),
  };
}

function textOf(name: string, entries: Entries, analysis: Analysis): string | null {
  const value = valueOf(name, entries);
  return value && analysis.constant(value);
}

function valueOf(name: string, entries: Entries): Place | null {
  return entries.findLast(({ key }) => key === name)?.value ?? null;
}

function schemaRelations(entries: Entries, schema: Place, analysis: Analysis): Relations {
  const value = valueOf("relations", entries);
  const declared = (value && analysis.properties(value)?.entries) ?? [];
  return new Map(
    declared.flatMap(({ key, value: options }) => {
      const relation = schemaRelation(key, options, analysis);
      return relation ? [[key, relationTarget(relation, schema)] as const] : [];
    }),
  );
}

function schemaRelation(
  property: string,
  options: Place,
  analysis: Analysis,
): Omit<DeclaredRelation, "junction"> | null {
  const entries = analysis.properties(options)?.entries ?? [];
  const target = valueOf("target", entries);
  const entity = target && targetOf(target, analysis);
  if (!target || entity?.is !== "entity") return null;
  const type = textOf("type", entries, analysis);
  const isJoined = entries.some(({ key }) => key === "joinColumn" || key === "joinTable");
  const holdsKey = type === "many-to-one" || (type !== "one-to-many" && isJoined);
  return { property, entity, holdsKey, name: writtenTarget(target) };
}

/** By file and name, since a file that is edited has other nodes. */
const known = new WeakMap<DataWorld, ReadonlyMap<string, Entity>>();

/** The entity of a class that a schema names as its target. */
export function schemaOfClass(cls: Place, analysis: Analysis): Entity | null {
  let schemas = known.get(analysis.world);
  if (!schemas) {
    known.set(analysis.world, new Map());
    schemas = readSchemas(analysis);
    known.set(analysis.world, schemas);
  }
  return schemas.get(classKey(cls)) ?? null;
}

function classKey({ node, module }: Place): string {
  return `${module.file}:${identifierName(childOf(node, "id")) ?? ""}`;
}

function readSchemas(analysis: Analysis): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>();
  for (const file of declaringFiles(analysis.world, /\bEntitySchema\b/u)) {
    for (const call of topCalls(file, analysis)) {
      const value = call.node.type === "NewExpression" ? analysis.evaluate(call) : null;
      if (value?.is !== "entity" || value.library !== library || !value.place) continue;
      const target = targetClass(value.place, analysis);
      if (target) found.set(classKey(target), value);
    }
  }
  return found;
}

function targetClass(schema: Place, analysis: Analysis): Place | null {
  const [options] = callSite(schema).args;
  const target = valueOf("target", (options && analysis.properties(options)?.entries) ?? []);
  const value = target && analysis.evaluate(target);
  return value?.is === "class" ? value.place : null;
}
