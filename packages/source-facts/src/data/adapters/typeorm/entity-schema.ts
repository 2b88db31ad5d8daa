import { spanOf } from "../../../syntax/node.js";
import type { Analysis, Properties } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { madeName } from "../made-name.js";
import { entitiesIn, library } from "./library.js";
import { tableName } from "./naming.js";
import {
  relationsByProperty,
  type DeclaredRelation,
  type Relations,
} from "../class-orm/declared-relation.js";
import { targetOf, writtenTarget } from "../class-orm/target.js";

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
  const relations = declared.flatMap(
    ({ key, value: options }) => schemaRelation(key, options, analysis) ?? [],
  );
  return relationsByProperty(relations, schema);
}

function schemaRelation(
  property: string,
  options: Place,
  analysis: Analysis,
): DeclaredRelation | null {
  const entries = analysis.properties(options)?.entries ?? [];
  const target = valueOf("target", entries);
  const entity = target && targetOf(target, entitiesIn(analysis), analysis);
  if (!target || entity?.is !== "entity") return null;
  const type = textOf("type", entries, analysis);
  const isJoined = entries.some(({ key }) => key === "joinColumn" || key === "joinTable");
  const holdsKey = type === "many-to-one" || (type !== "one-to-many" && isJoined);
  return { property, entity, holdsKey, name: writtenTarget(target), junction: null };
}
