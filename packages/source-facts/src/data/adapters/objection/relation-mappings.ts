import { childrenOf, spanOf, stringValue, unwrap } from "../../../syntax/node.js";
import type { Analysis, Properties } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { exportValue } from "../../evaluate/exported.js";
import type { Place } from "../../values/place.js";
import type { Entity, RelationTarget, Value } from "../../values/value.js";
import { storedName } from "../knex/stored-name.js";
import { tableName, type TableName } from "../table-name.js";

/** A relation of a model; `through` is the table between many and many. */
export interface ModelRelation extends RelationTarget {
  readonly through: Pick<TableName, "name" | "schema"> | null;
}

export type ModelRelations = ReadonlyMap<string, ModelRelation>;

type Entries = Properties["entries"];

/** `static relationMappings`: https://vincit.github.io/objection.js/guide/relations.html */
export function modelRelations(cls: Place, analysis: Analysis): ModelRelations {
  const value = analysis.member({ is: "class", place: cls }, "relationMappings", cls);
  const mappings = value && objectOf(value, analysis);
  const entries = mappings ? (analysis.properties(mappings)?.entries ?? []) : [];
  return new Map(
    entries.flatMap(({ key, name, value: mapping }) => {
      const relation = relationOf(key, name, mapping, analysis);
      return relation ? [[key, relation] as const] : [];
    }),
  );
}

/** An object, or what a function gives. */
function objectOf(value: Value, analysis: Analysis): Place | null {
  if (value.is === "object") return value.place;
  const given = value.is === "function" ? calledBare(value, analysis) : null;
  return given?.is === "object" ? given.place : null;
}

function calledBare(value: Extract<Value, { is: "function" }>, analysis: Analysis): Value | null {
  return callFunction(value, { ...callSite(value.place), args: [] }, analysis);
}

function relationOf(
  property: string,
  name: Place,
  mapping: Place,
  analysis: Analysis,
): ModelRelation | null {
  const entries = analysis.properties(mapping)?.entries ?? [];
  const join = propertiesOf(entries, "join", analysis);
  const model = entries.find(({ key }) => key === "modelClass");
  const entity = model ? modelClass(model.value, analysis) : null;
  const target = entity
    ? { name: entity.table, schema: entity.schema }
    : tableOfColumn(join, "to", analysis);
  if (!target) return null;
  const { name: table, schema } = target;
  const relation = entries.find(({ key }) => key === "relation");
  const kind = relation && stringOf(relation.value, analysis);
  const fact = { property, table, schema, entity: entity?.name ?? table, span: spanOf(name.node) };
  const through = tableOfColumn(propertiesOf(join, "through", analysis), "from", analysis);
  return { entity, fact, holdsKey: kind?.startsWith("BelongsTo") === true, through };
}

function propertiesOf(entries: Entries, key: string, analysis: Analysis): Entries {
  const entry = entries.find((each) => each.key === key);
  return (entry && analysis.properties(entry.value)?.entries) ?? [];
}

/** `Model.BelongsToOneRelation` by its last name. */
function stringOf(place: Place, analysis: Analysis): string | null {
  const value = analysis.evaluate(place);
  return value?.is === "external" ? (value.path.at(-1) ?? null) : null;
}

/** The table of `"billing.invoices.id"`: the last name is a column's; of several columns the first. */
function tableOfColumn(entries: Entries, key: string, analysis: Analysis) {
  const entry = entries.find((each) => each.key === key);
  const [first] = entry ? (analysis.elements(entry.value) ?? [entry.value]) : [];
  const text = first ? analysis.constant(first) : null;
  const end = text?.lastIndexOf(".") ?? -1;
  const table = first && text !== null && end > 0 ? tableName(text.slice(0, end), first) : null;
  return table ? { name: storedName(table.name, analysis), schema: table.schema } : null;
}

/** A class, a function that gives one, or the path of its file. */
function modelClass(place: Place, analysis: Analysis): Entity | null {
  const value = analysis.evaluate(place);
  const given = value?.is === "function" ? calledBare(value, analysis) : value;
  if (given?.is === "class") return analysis.entityAt(given.place);
  const path = given?.is === "text" || !given ? modelPath(place) : null;
  return path === null ? null : modelIn(path, place, analysis);
}

/** `path.join(__dirname, "Pet")`, `${__dirname}/Pet`: the strings in it, put together. */
function modelPath({ node: wrapped }: Place): string | null {
  const node = unwrap(wrapped) ?? wrapped;
  const parts =
    node.type === "CallExpression"
      ? childrenOf(node, "arguments").flatMap((each) => stringValue(each) ?? [])
      : childrenOf(node, "quasis").flatMap(({ value }) => cooked(value) ?? []);
  const path = parts.map((part) => part.replace(/^\/+/u, "")).filter((part) => part !== "");
  return path.length > 0 ? path.join("/") : null;
}

function cooked(value: unknown): string | null {
  const isCooked = typeof value === "object" && value !== null && "cooked" in value;
  return isCooked && typeof value.cooked === "string" ? value.cooked : null;
}

function modelIn(path: string, place: Place, analysis: Analysis): Entity | null {
  const specifier = path.startsWith(".") ? path : `./${path}`;
  const { module } = place;
  const target = analysis.world.resolve(module.file, specifier, "*");
  if (!target || !("file" in target)) return null;
  const exports = analysis.module(target.file)?.exports;
  const names = ["default", path.split("/").at(-1) ?? "", ...(exports?.named.keys() ?? [])];
  for (const name of names) {
    const value = exportValue(target.file, name, analysis);
    const entity = value?.is === "class" ? analysis.entityAt(value.place) : null;
    if (entity) return entity;
  }
  return null;
}

/** A model's relations are made here. */
export function isModelRelation(relation: RelationTarget): relation is ModelRelation {
  return "through" in relation;
}
