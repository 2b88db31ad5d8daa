import type { TableAccess } from "@domain-isolation/model";
import { unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, RelationTarget } from "../../values/value.js";
import { tableOf, type Touch } from "../query.js";
import { mappedItem } from "./mapped-item.js";
import { nestedWrites } from "./nested-writes.js";

/** What stands under a key of the arguments. */
type Reader = (entity: Entity, value: Place, reading: Reading) => void;

/** What has been read of a call's arguments so far. */
export interface Reading {
  readonly analysis: Analysis;
  readonly tables: Touch["tables"][number][];
  opaque: string | null;
}

const readers: Readonly<Record<string, Reader>> = {
  where: readWhere,
  having: readWhere,
  cursor: readWhere,
  include: readSelection,
  select: readSelection,
  orderBy: readOrder,
  data: readData,
  create: readData,
  update: readData,
};

/** The tables that the arguments of an operation touch through relations. */
export function argumentTouches(
  entity: Entity,
  args: Place | null,
  isFlat: boolean,
  analysis: Analysis,
): Touch {
  const reading: Reading = { analysis, tables: [], opaque: null };
  if (args && entity.relations().size > 0) readArguments(entity, args, reading, isFlat);
  return { tables: reading.tables, isGeneric: false, opaque: reading.opaque };
}

/** `{ where, include, data, … }`, of an operation or of a relation that is included. */
export function readArguments(entity: Entity, args: Place, reading: Reading, isFlat = false): void {
  for (const { key, value } of entriesOf(args, reading)) {
    if (!isFlat || key !== "data") readers[key]?.(entity, value, reading);
  }
}

/** The properties of an object; what can't be told of them is noted. */
export function entriesOf(place: Place, reading: Reading) {
  const properties = reading.analysis.properties(place);
  if (properties) {
    reading.opaque ??= properties.opaque;
    return properties.entries;
  }
  if (!isPlain(place)) reading.opaque ??= "its arguments are worked out when it runs";
  return [];
}

/** `true`, `undefined`, a number: there is nothing in it. */
function isPlain({ node }: Place): boolean {
  const inner = unwrap(node);
  return inner?.type === "Literal" || (inner?.type === "Identifier" && inner.name === "undefined");
}

/** The objects in a place that may hold one or a list. */
export function itemsOf(place: Place, { analysis }: Reading): readonly Place[] {
  return analysis.elements(place) ?? mappedItem(place, analysis) ?? [place];
}

export function addRelation(
  { entity, joinTable }: RelationTarget,
  access: TableAccess,
  name: Place,
  { tables }: Reading,
  joinAccess = access,
): void {
  const via = "relation";
  if (entity) tables.push(tableOf(entity, access, via, name));
  if (!joinTable) return;
  const { name: table, schema } = joinTable;
  tables.push({
    name: table,
    schema,
    entity: null,
    access: joinAccess,
    via,
    place: name,
    span: null,
  });
}

const combinators = new Set(["AND", "OR", "NOT"]);
const quantifiers = new Set(["some", "every", "none", "is", "isNot"]);

export function readWhere(entity: Entity, where: Place, reading: Reading): void {
  for (const item of itemsOf(where, reading)) {
    for (const { key, name, value } of entriesOf(item, reading)) {
      if (combinators.has(key)) readWhere(entity, value, reading);
      const relation = entity.relations().get(key);
      if (!relation?.entity) continue;
      addRelation(relation, "read", name, reading);
      readRelated(relation.entity, value, reading);
    }
  }
}

/** `{ some: { … } }`, or the condition itself. */
function readRelated(entity: Entity, value: Place, reading: Reading): void {
  const properties = reading.analysis.properties(value);
  const quantified = properties?.entries.filter(({ key }) => quantifiers.has(key)) ?? [];
  if (quantified.length === 0) readWhere(entity, value, reading);
  for (const each of quantified) readWhere(entity, each.value, reading);
}

function readSelection(entity: Entity, selection: Place, reading: Reading): void {
  for (const { key, name, value } of entriesOf(selection, reading)) {
    if (key === "_count") readCounts(entity, value, reading);
    const relation = entity.relations().get(key);
    if (!relation?.entity || isFalse(value)) continue;
    addRelation(relation, "read", name, reading);
    readArguments(relation.entity, value, reading);
  }
}

/** `_count: { select: { posts: true } }`; `_count: true` counts all that are lists. */
function readCounts(entity: Entity, value: Place, reading: Reading): void {
  for (const { key, value: selected } of entriesOf(value, reading)) {
    if (key === "select") readSelection(entity, selected, reading);
  }
}

function isFalse({ node }: Place): boolean {
  const inner = unwrap(node);
  return inner?.type === "Literal" && inner.value === false;
}

function readOrder(entity: Entity, order: Place, reading: Reading): void {
  for (const item of itemsOf(order, reading)) {
    for (const { key, name, value } of reading.analysis.properties(item)?.entries ?? []) {
      const relation = entity.relations().get(key);
      if (!relation?.entity) continue;
      addRelation(relation, "read", name, reading);
      readOrder(relation.entity, value, reading);
    }
  }
}

function readData(entity: Entity, data: Place, reading: Reading): void {
  for (const item of itemsOf(data, reading)) {
    for (const { key, name, value } of entriesOf(item, reading)) {
      const relation = entity.relations().get(key);
      if (relation) nestedWrites(relation, name, value, reading, readData);
    }
  }
}
