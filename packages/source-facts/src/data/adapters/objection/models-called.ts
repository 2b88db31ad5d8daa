import type { Analysis } from "../../analysis.js";
import type { Entity, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { knex } from "../knex/knex.js";
import { handlePlace } from "../naming-place.js";
import { added, asQuery, handleOf, queryOf, tableOf, transactionId } from "../query.js";
import { rowOf, rowsOf } from "../rows.js";
import { expressionTouch, relationTouch } from "./related.js";

type Call = (entity: Entity, site: CallSite, analysis: Analysis, adapter: Adapter) => Value | null;

/** Of a model's class: https://vincit.github.io/objection.js/api/model/static-methods.html */
const ofClass: Readonly<Record<string, Call | undefined>> = {
  query: modelQuery,
  relatedQuery: related,
  knexQuery: modelQuery,
  knex: () => handleOf(knex, "client"),
  startTransaction: (_, { place }) =>
    handleOf(knex, "client", { transaction: transactionId(place) }),
  bindKnex: (entity) => entity,
  bindTransaction: (entity) => entity,
  fetchGraph: (entity, site, analysis, adapter) => fetchGraph(entity, site, 1, analysis, adapter),
  loadRelated: (entity, site, analysis, adapter) => fetchGraph(entity, site, 1, analysis, adapter),
};

/** Of a row: https://vincit.github.io/objection.js/api/model/instance-methods.html */
const ofRow: Readonly<Record<string, Call | undefined>> = {
  $query: modelQuery,
  $relatedQuery: related,
  $fetchGraph: (entity, site, analysis, adapter) => fetchGraph(entity, site, 0, analysis, adapter),
  $loadRelated: (entity, site, analysis, adapter) => fetchGraph(entity, site, 0, analysis, adapter),
};

export function calledOnModel(
  entity: Entity,
  site: CallSite,
  analysis: Analysis,
  adapter: Adapter,
): Value | null {
  const call = Object.hasOwn(ofClass, site.method) ? ofClass[site.method] : undefined;
  return call?.(entity, site, analysis, adapter) ?? null;
}

export function calledOnRow(
  entity: Entity,
  site: CallSite,
  analysis: Analysis,
  adapter: Adapter,
): Value | null {
  const call = Object.hasOwn(ofRow, site.method) ? ofRow[site.method] : undefined;
  return call?.(entity, site, analysis, adapter) ?? null;
}

/** `Person.query(trx)`, `person.$query(trx)` */
function modelQuery(entity: Entity, site: CallSite, analysis: Analysis, adapter: Adapter): Handle {
  const handle = begun(entity, site, analysis, adapter);
  const named = handlePlace(handle, site, analysis);
  const tables = [tableOf(entity, "read", "direct", named)];
  return asQuery({ ...handle, named }, queryOf(site.place, "select", { tables }));
}

/** `person.$relatedQuery("pets")`, `Person.relatedQuery("pets")` */
function related(
  entity: Entity,
  site: CallSite,
  analysis: Analysis,
  adapter: Adapter,
): Handle | null {
  const [argument] = site.args;
  const name = argument ? analysis.constant(argument) : null;
  if (!argument || name === null) return null;
  const touch = relationTouch(entity, name, { access: "read", place: argument, span: null });
  const handle = begun(touch.entity, site, analysis, adapter);
  const query = added(queryOf(site.place, "select"), touch);
  return asQuery({ ...handle, named: argument }, query);
}

/** A query in the transaction that is given, whose rows are the entity's. */
function begun(
  entity: Entity | null,
  { args, method }: CallSite,
  analysis: Analysis,
  adapter: Adapter,
): Handle {
  const given = args[/related/iu.test(method) ? 1 : 0];
  const transaction = (given && analysis.handle(given)?.transaction) ?? null;
  const row = entity && rowOf(entity);
  const rows = method === "$query" ? row : rowsOf(row, adapter);
  return handleOf(adapter, "query", { entity, transaction, memory: rows ? { rows } : {} });
}

/** `person.$fetchGraph("pets")`, `Person.fetchGraph(people, "pets")` */
function fetchGraph(
  entity: Entity,
  site: CallSite,
  position: number,
  analysis: Analysis,
  adapter: Adapter,
): Handle | null {
  const expression = site.args[position];
  if (!expression) return null;
  const touch = expressionTouch(entity, expression, "read", analysis);
  const handle = handleOf(adapter, "query", { entity });
  return asQuery(handle, added(queryOf(site.place, site.method, { isDone: true }), touch));
}
