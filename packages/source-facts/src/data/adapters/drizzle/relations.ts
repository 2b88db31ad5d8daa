import { childOf, identifierName, keyName, spanOf, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { Analysis } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, External, RelationTarget, Value } from "../../values/value.js";
import { fileIndex } from "../file-index.js";
import { topCalls } from "../top-calls.js";
import { tableAt } from "./tables.js";

/** The relations of one table, by property. */
type Relations = Map<string, RelationTarget>;

const relationIndex = fileIndex(/\b(?:relations|defineRelations(?:Part)?)\s*\(/u, readRelations);

/** Where a relation leads that is declared for a table, wherever that is. */
export function tableRelations(
  entity: Entity,
  analysis: Analysis,
): ReadonlyMap<string, RelationTarget> {
  return relationIndex(analysis).get(idOf(entity)) ?? new Map<string, RelationTarget>();
}

function idOf({ file, name }: Entity): string {
  return `${file}:${name}`;
}

function readRelations(
  files: readonly string[],
  analysis: Analysis,
): ReadonlyMap<string, Relations> {
  const found = new Map<string, Relations>();
  const add = (entity: Entity, property: Place, key: string, target: Target) => {
    const id = idOf(entity);
    const relations = found.get(id) ?? new Map<string, RelationTarget>();
    relations.set(key, relationTarget(key, property, target));
    found.set(id, relations);
  };
  for (const file of files) {
    for (const call of topCalls(file, analysis)) readCall(call, add, analysis);
  }
  return found;
}

interface Target {
  readonly entity: Entity;
  readonly holdsKey: boolean;
}

type Add = (entity: Entity, property: Place, key: string, target: Target) => void;

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
  for (const { key, name, value } of entity ? relations : []) {
    const target = oldTarget(value, analysis);
    if (entity && target) add(entity, name, key, target);
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
      const target = newTarget(each.value, schema, analysis);
      if (entity && target) add(entity, each.name, each.key, target);
    }
  }
}

function schemaTable(schema: Value | null, key: string, name: Place, analysis: Analysis) {
  const table = analysis.member(schema, key, name);
  return table?.is === "entity" ? table : null;
}

/** `many(posts)`, `one(users, { fields: […] })` */
function oldTarget(place: Place, analysis: Analysis): Target | null {
  const node = unwrap(place.node) ?? place.node;
  const { args } = callSite(at(place, node));
  const callee = unwrap(childOf(node, "callee"));
  const [table, options] = args;
  const entity = table ? tableAt(table, analysis) : null;
  if (!callee || !entity) return null;
  const name = identifierName(callee);
  const kind = name === null ? keyName(callee, "property") : parameterKey(name, place);
  const keys = options ? analysis.properties(options)?.entries : [];
  const holdsKey = kind === "one" && keys?.some(({ key }) => key === "fields") === true;
  return { entity, holdsKey };
}

/** The name under which a callback took a helper out of its parameter. */
function parameterKey(name: string, { scope }: Place): string {
  return lookUp(name, scope)[0]?.path?.at(-1) ?? name;
}

/** `r.many.posts({ … })`, `r.one.users({ from, to })` */
function newTarget(place: Place, schema: Value | null, analysis: Analysis): Target | null {
  const node = unwrap(place.node) ?? place.node;
  const callee = unwrap(childOf(node, "callee"));
  const helper = callee && unwrap(childOf(callee, "object"));
  const key = callee && keyName(callee, "property");
  const entity = key ? schemaTable(schema, key, place, analysis) : null;
  const holdsKey = helper !== null && keyName(helper, "property") === "one";
  return entity && { entity, holdsKey };
}

function relationTarget(
  property: string,
  { node }: Place,
  { entity, holdsKey }: Target,
): RelationTarget {
  const { table, schema, name } = entity;
  const fact = { property, table, schema, entity: name, span: spanOf(node) };
  return { entity, holdsKey, fact };
}
