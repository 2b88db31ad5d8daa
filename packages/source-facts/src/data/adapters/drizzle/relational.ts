import { spanOf, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, asQuery, queryOf, tableOf, type Touch } from "../query.js";
import type { DrizzleRelation } from "./relation-target.js";
import { tableRelations } from "./relations.js";

/** https://orm.drizzle.team/docs/rqb */
export const relationalMethods: ReadonlySet<string> = new Set(["findMany", "findFirst"]);

/** What has been read of a call's arguments so far. */
interface Reading {
  readonly analysis: Analysis;
  readonly tables: Touch["tables"][number][];
  opaque: string | null;
}

/** `db.query.users.findMany({ with: { posts: true } })` */
export function relationalQuery(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const { entity, named } = handle;
  if (!named || !relationalMethods.has(site.method)) return null;
  const query = queryOf(site.place, site.method);
  if (entity?.is !== "entity") {
    const { start, end } = spanOf(named.node);
    const written = named.module.source.text.slice(start, end);
    return asQuery(handle, { ...query, opaque: `\`${written}\` is no table that is known` });
  }
  const reading: Reading = { analysis, tables: [], opaque: null };
  const [options] = site.args;
  if (options) readOptions(entity, options, reading);
  const own = tableOf(entity, "read", "direct", named);
  const { tables, opaque } = reading;
  return asQuery(handle, added(query, { tables: [own, ...tables], isGeneric: false, opaque }));
}

/** `{ with, where, columns, … }` of a table, or of a relation of it. */
function readOptions(entity: Entity, options: Place, reading: Reading): void {
  for (const { key, value } of entriesOf(options, reading)) {
    if (key === "with") readRelations(entity, value, reading);
    if (key === "where") readFilter(entity, value, reading);
  }
}

function readRelations(entity: Entity, relations: Place, reading: Reading): void {
  for (const { key, name, value } of entriesOf(relations, reading)) {
    if (isNothing(value)) continue;
    const relation = tableRelations(entity, reading.analysis).get(key);
    if (!relation) reading.opaque ??= `the relation \`${key}\` of ${entity.name} is not known`;
    if (relation) readRelated(relation, name, value, reading, readOptions);
  }
}

type Read = (entity: Entity, value: Place, reading: Reading) => void;

function readRelated(
  { entity, through }: DrizzleRelation,
  name: Place,
  value: Place,
  reading: Reading,
  read: Read,
): void {
  if (!entity) return;
  if (through) reading.tables.push(tableOf(through, "read", "relation", name));
  reading.tables.push(tableOf(entity, "read", "relation", name));
  if (!isNothing(value)) read(entity, value, reading);
}

const combinators = new Set(["AND", "OR", "NOT"]);

/** Filters by relations are objects: https://orm.drizzle.team/docs/rqb-v2 */
function readFilter(entity: Entity, filter: Place, reading: Reading): void {
  const { analysis } = reading;
  for (const item of analysis.elements(filter) ?? [filter]) {
    for (const { key, name, value } of analysis.properties(item)?.entries ?? []) {
      if (combinators.has(key)) readFilter(entity, value, reading);
      const relation = tableRelations(entity, analysis).get(key);
      if (relation) readRelated(relation, name, value, reading, readFilter);
    }
  }
}

/** The properties of an object; what can't be told of them is noted. */
function entriesOf(place: Place, reading: Reading) {
  const properties = reading.analysis.properties(place);
  if (properties) {
    reading.opaque ??= properties.opaque;
    return properties.entries;
  }
  if (!isPlain(place)) reading.opaque ??= "its arguments are worked out when it runs";
  return [];
}

function isPlain(place: Place): boolean {
  const node = unwrap(place.node);
  return isNothing(place) || (node?.type === "Literal" && node.value === true);
}

/** `false`, `undefined` */
function isNothing(place: Place): boolean {
  const node = unwrap(place.node);
  if (node?.type === "Literal") return node.value === false;
  return node?.type === "Identifier" && node.name === "undefined";
}
