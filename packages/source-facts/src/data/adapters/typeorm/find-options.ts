import { entitiesIn } from "./library.js";
import { childOf, identifierName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import {
  addRelation,
  alternatives,
  entriesOf,
  isFalse,
  isPlain,
  type Reading,
} from "../class-orm/reading.js";
import { isEmbedded, relationNamed, relationPath } from "../class-orm/relation-path.js";

/** What stands under a key of the options of a query. */
type Reader = (entity: Entity, value: Place, reading: Reading) => void;

/** https://typeorm.io/docs/working-with-entity-manager/find-options */
const readers: Readonly<Record<string, Reader | undefined>> = {
  relations: readRelations,
  where: readWhere,
  order: readNested("order"),
  select: readNested("selection"),
  loadRelationIds: (entity, value, reading) => {
    if (!isPlain(value)) readOptions(entity, value, reading);
  },
  join: readJoins,
};

/** `{ relations, where, order, … }` */
export function readOptions(entity: Entity, options: Place, reading: Reading): void {
  for (const { key, value } of entriesOf(options, "options", reading)) {
    readers[key]?.(entity, value, reading);
  }
}

/** `["lines", "lines.product"]`, `{ lines: { product: true } }` */
function readRelations(entity: Entity, value: Place, reading: Reading): void {
  for (const each of alternatives(value)) {
    const elements = reading.analysis.elements(each);
    if (elements) for (const element of elements) readPath(entity, element, reading);
    else readKeys(entity, each, "relations", reading);
  }
}

/** A path in a list; all that a path goes through is joined. */
function readPath(entity: Entity, element: Place, reading: Reading): void {
  const spread = element.node.type === "SpreadElement" ? childOf(element.node, "argument") : null;
  if (spread) {
    readRelations(entity, at(element, spread), reading);
    return;
  }
  const path = reading.analysis.constant(element);
  if (path === null) {
    reading.opaque ??= "one of its relations is worked out when it runs";
    return;
  }
  const { relations, isWhole } = relationPath(entity, path, entitiesIn(reading.analysis));
  for (const relation of relations) addRelation(relation, element, reading);
  if (!isWhole) reading.opaque ??= `its relation \`${path}\` is declared nowhere`;
}

function readNested(what: string): Reader {
  return (entity, value, reading) => {
    if (!reading.analysis.elements(value)) readKeys(entity, value, what, reading);
  };
}

/** Keys that are relations, with what stands below them; a value that is no object says yes or no. */
function readKeys(entity: Entity, value: Place, what: string, reading: Reading, prefix = ""): void {
  const { analysis } = reading;
  for (const { key, name, value: inner } of entriesOf(value, what, reading)) {
    const property = prefix + key;
    const relation = relationNamed(entity, property, entitiesIn(analysis));
    if (isFalse(inner)) continue;
    if (relation) addRelation(relation, name, reading);
    if (!analysis.properties(inner)) continue;
    if (relation?.entity) readKeys(relation.entity, inner, what, reading);
    else if (isEmbedded(entity, property)) {
      readKeys(entity, inner, what, reading, `${property}.`);
    }
  }
}

/** Conditions on a relation's own columns join its table. */
export function readWhere(entity: Entity, where: Place, reading: Reading, prefix = ""): void {
  for (const each of alternatives(where)) {
    const items = reading.analysis.elements(each) ?? [each];
    for (const item of items) readCondition(entity, item, reading, prefix);
  }
}

function readCondition(entity: Entity, where: Place, reading: Reading, prefix: string): void {
  for (const { key, name, value } of entriesOf(where, "conditions", reading)) {
    const property = prefix + key;
    const relation = relationNamed(entity, property, entitiesIn(reading.analysis));
    if (relation && isJoined(value, reading.analysis)) {
      addRelation(relation, name, reading);
      const isObject = reading.analysis.properties(value) ?? reading.analysis.elements(value);
      if (relation.entity && isObject) readWhere(relation.entity, value, reading);
    } else if (isEmbedded(entity, property)) {
      readWhere(entity, value, reading, `${property}.`);
    }
  }
}

/**
 * An object joins the table. An operator asks the key that the table itself has, but for those that
 * count rows: https://github.com/typeorm/typeorm/blob/master/src/query-builder/SelectQueryBuilder.ts
 */
function isJoined(value: Place, analysis: Analysis): boolean {
  const node = unwrap(value.node);
  if (node?.type === "CallExpression") {
    return /^(?:More|Less)Than/u.test(identifierName(childOf(node, "callee")) ?? "");
  }
  const found = analysis.evaluate(value);
  return found?.is === "object" || found?.is === "list" || found?.is === "instance";
}

/** `join: { alias: "user", leftJoin: { photo: "user.photo" } }` of older versions. */
function readJoins(entity: Entity, value: Place, reading: Reading): void {
  const aliases = new Map<string, Entity>();
  for (const { key, value: option } of entriesOf(value, "joins", reading)) {
    const text = key === "alias" ? reading.analysis.constant(option) : null;
    if (text !== null) aliases.set(text, entity);
    for (const join of key.includes("Join") ? entriesOf(option, "joins", reading) : []) {
      const [alias = "", ...path] = (reading.analysis.constant(join.value) ?? "").split(".");
      const from = aliases.get(alias);
      const { relations } = from
        ? relationPath(from, path.join("."), entitiesIn(reading.analysis))
        : { relations: [] };
      for (const relation of relations) addRelation(relation, join.value, reading);
      const last = relations.at(-1)?.entity;
      if (last) aliases.set(join.key, last);
    }
  }
}

/** Whether the options lock what they find. */
export function isLocking(options: Place, analysis: Analysis): boolean {
  const lock = analysis.properties(options)?.entries.findLast(({ key }) => key === "lock");
  const mode = lock && analysis.properties(lock.value)?.entries.find(({ key }) => key === "mode");
  return mode !== undefined && isLockMode(analysis.constant(mode.value));
}

/** Not the optimistic ones, which only compare versions; nor `dirty_read`. */
export function isLockMode(mode: string | null): boolean {
  return mode !== null && /^(?:pessimistic|for_)/u.test(mode);
}
