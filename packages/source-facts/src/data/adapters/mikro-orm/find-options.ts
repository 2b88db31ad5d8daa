import { childOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, RelationTarget } from "../../values/value.js";
import { addRelation, alternatives, entriesOf, type Reading } from "../class-orm/reading.js";
import { isEmbedded, relationNamed, relationPath } from "../class-orm/relation-path.js";
import { entitiesIn } from "./library.js";

type Reader = (entity: Entity, value: Place, reading: Reading) => void;

/** https://mikro-orm.io/docs/entity-manager */
const readers: Readonly<Record<string, Reader | undefined>> = {
  where: readWhere,
  populate: readPaths,
  populateWhere: readWhere,
  fields: readPaths,
  orderBy: readKeys,
  populateOrderBy: readKeys,
};

/** `{ populate, fields, orderBy, … }` */
export function readOptions(entity: Entity, options: Place, reading: Reading): void {
  for (const { key, value } of entriesOf(options, "options", reading)) {
    readers[key]?.(entity, value, reading);
  }
}

/** `["books", "books.tags:ref"]`; `true` and `["*"]` are all of them. */
export function readPaths(entity: Entity, value: Place, reading: Reading): void {
  for (const each of alternatives(value)) {
    if (each.node.type === "Literal") readAll(entity, each, reading);
    const elements = reading.analysis.elements(each);
    if (elements) for (const element of elements) readPath(entity, element, reading);
    else entriesOf(each, "relations", reading);
  }
}

function readAll(entity: Entity, name: Place, reading: Reading): void {
  if (name.node.value !== true && name.node.value !== "*") return;
  for (const relation of entity.relations().values()) addRelation(relation, name, reading);
}

function readPath(entity: Entity, element: Place, reading: Reading): void {
  const spread = element.node.type === "SpreadElement" ? childOf(element.node, "argument") : null;
  if (spread) {
    readPaths(entity, at(element, spread), reading);
    return;
  }
  const path = reading.analysis.constant(element);
  if (path === null) {
    reading.opaque ??= "one of its relations is worked out when it runs";
    return;
  }
  if (path === "*") readAll(entity, element, reading);
  // A column at the end of a path to be selected is no relation.
  const { relations } = relationPath(
    entity,
    path.replace(/:ref$/u, ""),
    entitiesIn(reading.analysis),
  );
  for (const relation of relations) addRelation(relation, element, reading);
}

/** `{ author: { name: "asc" } }`, or a list of such. */
function readKeys(entity: Entity, value: Place, reading: Reading, prefix = ""): void {
  const { analysis } = reading;
  for (const item of analysis.elements(value) ?? [value]) {
    for (const { key, name, value: inner } of analysis.properties(item)?.entries ?? []) {
      const property = prefix + key;
      const relation = relationNamed(entity, property, entitiesIn(analysis));
      if (relation) addRelation(relation, name, reading);
      if (relation?.entity) readKeys(relation.entity, inner, reading);
      else if (isEmbedded(entity, property)) readKeys(entity, inner, reading, `${property}.`);
    }
  }
}

const combining = new Set(["$and", "$or", "$not"]);
const quantifying = new Set(["$some", "$none", "$every", "$size"]);

/** A condition on more than the key of a relation joins its table: https://mikro-orm.io/docs/query-conditions */
export function readWhere(entity: Entity, where: Place, reading: Reading, prefix = ""): void {
  for (const each of alternatives(where)) {
    for (const item of reading.analysis.elements(each) ?? [each]) {
      readCondition(entity, item, reading, prefix);
    }
  }
}

function readCondition(entity: Entity, where: Place, reading: Reading, prefix: string): void {
  const { analysis } = reading;
  for (const { key, name, value } of analysis.properties(where)?.entries ?? []) {
    const property = prefix + key;
    const relation = relationNamed(entity, property, entitiesIn(analysis));
    if (combining.has(key) || quantifying.has(key)) readWhere(entity, value, reading, prefix);
    if (relation && isJoined(relation, value, analysis)) {
      addRelation(relation, name, reading);
      if (relation.entity) readWhere(relation.entity, value, reading);
    } else if (isEmbedded(entity, property)) {
      readWhere(entity, value, reading, `${property}.`);
    }
  }
}

const keys = /^(?:\$(?!and$|or$|not$|some$|none$|every$)\w+|_?id|uuid|pk)$/u;

/** The key of the other table stands in this one, if this side holds it. */
function isJoined({ holdsKey }: RelationTarget, value: Place, analysis: Analysis): boolean {
  if (!holdsKey) return true;
  const properties = analysis.properties(value);
  return properties !== null && !properties.entries.every(({ key }) => keys.test(key));
}

/** Whether the options lock what they find: `{ lockMode: LockMode.PESSIMISTIC_WRITE }` */
export function isLocking(options: Place, analysis: Analysis): boolean {
  const mode = analysis.properties(options)?.entries.findLast(({ key }) => key === "lockMode");
  return mode !== undefined && isLockMode(mode.value, analysis);
}

/** Not the optimistic one, which only compares versions. */
export function isLockMode(mode: Place, analysis: Analysis): boolean {
  const value = analysis.evaluate(mode);
  const name = value?.is === "external" ? value.path.at(-1) : undefined;
  return name?.startsWith("PESSIMISTIC_") === true;
}
