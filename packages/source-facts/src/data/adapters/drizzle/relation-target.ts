import { childOf, identifierName, keyName, spanOf, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { Analysis, Properties } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, RelationTarget, Value } from "../../values/value.js";
import { tableAt } from "./tables.js";

export interface DrizzleRelation extends RelationTarget {
  /** The table between the two, where there is one. */
  readonly through: Entity | null;
  /** Where it is written, which may be beside the table's file. */
  readonly file: string;
}

type Entry = Properties["entries"][number];

/** `posts: many(posts)`, `author: one(users, { fields: […] })` */
export function tableRelation(entry: Entry, analysis: Analysis): DrizzleRelation | null {
  const call = unwrapped(entry.value);
  const [table, options] = callSite(call).args;
  const callee = unwrap(childOf(call.node, "callee"));
  const entity = table ? tableAt(table, analysis) : null;
  if (!callee || !entity) return null;
  const name = identifierName(callee);
  const kind = name === null ? keyName(callee, "property") : parameterKey(name, entry.value);
  const keys = options ? analysis.properties(options)?.entries : [];
  const holdsKey = kind === "one" && keys?.some(({ key }) => key === "fields") === true;
  return relationOf(entry, entity, holdsKey, null);
}

/** The name under which a callback took a helper out of its parameter. */
function parameterKey(name: string, { scope }: Place): string {
  return lookUp(name, scope)[0]?.path?.at(-1) ?? name;
}

/** `posts: r.many.posts({ … })`, `author: r.one.users({ from, to })` */
export function namedRelation(
  entry: Entry,
  schema: Value | null,
  analysis: Analysis,
): DrizzleRelation | null {
  const call = unwrapped(entry.value);
  const callee = unwrap(childOf(call.node, "callee"));
  const helper = callee && unwrap(childOf(callee, "object"));
  const key = callee && keyName(callee, "property");
  const entity = key ? schemaTable(schema, key, entry.value, analysis) : null;
  if (!helper || !entity) return null;
  const holdsKey = keyName(helper, "property") === "one";
  return relationOf(entry, entity, holdsKey, throughTable(call, schema, analysis));
}

/** `from: r.users.id.through(r.usersToGroups.userId)` */
function throughTable(call: Place, schema: Value | null, analysis: Analysis): Entity | null {
  const [options] = callSite(call).args;
  for (const { value } of (options && analysis.properties(options)?.entries) ?? []) {
    const { method, args } = callSite(unwrapped(value));
    const [column] = method === "through" ? args : [];
    const table = column && unwrap(childOf(unwrapped(column).node, "object"));
    const key = table ? keyName(table, "property") : null;
    if (key !== null) return schemaTable(schema, key, value, analysis);
  }
  return null;
}

/** The table under a key of the object that holds them all. */
export function schemaTable(
  schema: Value | null,
  key: string,
  name: Place,
  analysis: Analysis,
): Entity | null {
  const table = analysis.member(schema, key, name);
  return table?.is === "entity" ? table : null;
}

function relationOf(
  { key: property, name: { node, module } }: Entry,
  entity: Entity,
  holdsKey: boolean,
  through: Entity | null,
): DrizzleRelation {
  const { table, schema, name } = entity;
  const fact = { property, table, schema, entity: name, span: spanOf(node) };
  return { entity, holdsKey, through, file: module.file, fact };
}

function unwrapped(place: Place): Place {
  return at(place, unwrap(place.node) ?? place.node);
}
