import { childOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, External, Value } from "../../values/value.js";
import { fileIndex } from "../file-index.js";
import { topCalls } from "../top-calls.js";
import {
  namedRelation,
  schemaTable,
  tableRelation,
  type DrizzleRelation,
} from "./relation-target.js";
import { tableAt } from "./tables.js";

/** The relations of one table, by property. */
type Relations = Map<string, DrizzleRelation>;

const relationIndex = fileIndex(/\b(?:relations|defineRelations(?:Part)?)\s*\(/u, readRelations);

/** Where a relation leads that is declared for a table, wherever that is. */
export function tableRelations(
  entity: Entity,
  analysis: Analysis,
): ReadonlyMap<string, DrizzleRelation> {
  return relationIndex(analysis).get(idOf(entity)) ?? new Map<string, DrizzleRelation>();
}

function idOf({ file, name }: Entity): string {
  return `${file}:${name}`;
}

function readRelations(
  files: readonly string[],
  analysis: Analysis,
): ReadonlyMap<string, Relations> {
  const found = new Map<string, Relations>();
  const add = (entity: Entity, relation: DrizzleRelation | null) => {
    const id = idOf(entity);
    const relations = found.get(id) ?? new Map<string, DrizzleRelation>();
    if (relation) relations.set(relation.fact.property, relation);
    found.set(id, relations);
  };
  for (const file of files) {
    for (const call of topCalls(file, analysis)) readCall(call, add, analysis);
  }
  return found;
}

type Add = (entity: Entity, relation: DrizzleRelation | null) => void;

function readCall(call: Place, add: Add, analysis: Analysis): void {
  const callee = childOf(call.node, "callee");
  const called = callee && analysis.evaluate(at(call, callee));
  const [subject, declared] = callSite(call).args;
  if (!subject || !declared || !called || !isOfDrizzle(called)) return;
  const entries = returnedEntries(declared, call, analysis);
  if (called.path.at(-1) === "relations") readTable(subject, entries, add, analysis);
  else readSchema(analysis.evaluate(subject), entries, add, analysis);
}

const declarers = new Set(["relations", "defineRelations", "defineRelationsPart"]);

function isOfDrizzle(called: Value): called is External {
  return (
    called.is === "external" &&
    /^drizzle-orm(?:\/|$)/u.test(called.module) &&
    declarers.has(called.path.at(-1) ?? "")
  );
}

/** `relations(users, ({ many }) => ({ posts: many(posts) }))`: https://orm.drizzle.team/docs/relations */
function readTable(subject: Place, relations: Entries, add: Add, analysis: Analysis): void {
  const entity = tableAt(subject, analysis);
  for (const each of entity ? relations : []) {
    if (entity) add(entity, tableRelation(each, analysis));
  }
}

type Entries = NonNullable<ReturnType<Analysis["properties"]>>["entries"];

/** The properties of the object that a callback returns. */
function returnedEntries(callback: Place, call: Place, analysis: Analysis): Entries {
  const made = analysis.evaluate(callback);
  if (made?.is !== "function") return [];
  const returned = callFunction(made, { ...callSite(call), args: [] }, analysis);
  return returned?.is === "object" ? (analysis.properties(returned.place)?.entries ?? []) : [];
}

/** `{ users: { posts: r.many.posts({ … }) } }`: https://orm.drizzle.team/docs/relations-v2 */
function readSchema(schema: Value | null, tables: Entries, add: Add, analysis: Analysis): void {
  for (const { key, name, value } of tables) {
    const entity = schemaTable(schema, key, name, analysis);
    for (const each of entity ? (analysis.properties(value)?.entries ?? []) : []) {
      if (entity) add(entity, namedRelation(each, schema, analysis));
    }
  }
}
