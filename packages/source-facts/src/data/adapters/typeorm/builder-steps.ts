import { unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle, NamedTable } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { asQuery, queryOf, withPart } from "../query.js";
import { accessOf, grown, queryAt, withTable } from "./builder.js";
import { isJoin, joined, withRelation } from "./builder-joins.js";
import { relation, relationStep } from "./builder-relation.js";
import { isLockMode, readOptions } from "./find-options.js";
import { startReading } from "../class-orm/reading.js";
import { givingRows } from "../class-orm/row-entity.js";
import { sqlTouch } from "../class-orm/sql-touch.js";

type Step = (handle: Handle, site: CallSite, analysis: Analysis) => Handle;

/** https://typeorm.io/docs/query-builder/select-query-builder, and its pages on the other kinds */
const steps: Readonly<Record<string, Step | undefined>> = {
  insert: verb,
  update: verb,
  delete: verb,
  softDelete: verb,
  restore: verb,
  from: table,
  addFrom: table,
  into: table,
  relation,
  loadRelationCountAndMap: mappedRelation,
  loadRelationIdAndMap: mappedRelation,
  setFindOptions,
  setLock,
  subQuery,
  createQueryBuilder: subQuery,
  addCommonTableExpression,
  whereExists: partOf,
  andWhereExists: partOf,
  orWhereExists: partOf,
  valuesFromSelect: partOf,
};

/** Their texts may hold queries. */
const inSql = new Set([
  ...["select", "addSelect", "where", "andWhere", "orWhere", "having", "andHaving", "orHaving"],
  ...["groupBy", "addGroupBy", "orderBy", "addOrderBy"],
]);

const givingOne = new Set(["getOne", "getOneOrFail"]);
const sending = new Set([
  ...givingOne,
  ...["getMany", "getManyAndCount"],
  ...["getRawOne", "getRawMany", "getRawAndEntities", "getCount", "getExists"],
  ...["execute", "stream"],
]);

/** The methods of builders that touch tables, or send. */
export const builderMethods: readonly string[] = [
  ...Object.keys(steps),
  ...inSql,
  ...["left", "inner"].flatMap((side) =>
    ["", "AndSelect", "AndMapOne", "AndMapMany"].map((rest) => `${side}Join${rest}`),
  ),
  ...["of", "add", "remove", "set", "addAndRemove", "loadOne", "loadMany"],
  ...sending,
];

/** A call on a builder gives it again, with what the call adds. */
export function step(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const { method } = site;
  const ofRelation = relationStep(handle, site);
  if (ofRelation) return ofRelation;
  if (isJoin(method)) return joined(handle, site, analysis);
  if (inSql.has(method)) return sqlStep(handle, site, analysis);
  if (sending.has(method)) return sent(handle, site);
  return Object.hasOwn(steps, method)
    ? (steps[method]?.(handle, site, analysis) ?? handle)
    : handle;
}

function sent(handle: Handle, { method }: CallSite): Handle {
  if (!handle.query) return handle;
  const done = asQuery(handle, { ...handle.query, isDone: true });
  if (givingOne.has(method)) return givingRows(done, handle.entity, "one");
  return method === "getMany" ? givingRows(done, handle.entity, "many") : done;
}

/** `.where("id IN (SELECT …)")` */
function sqlStep(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  return site.args.slice(0, 1).reduce((next, each) => {
    const told = sqlTouch(each, analysis);
    return told ? grown(next, site, told) : next;
  }, handle);
}

/** `update(User)`; without a table it is about the one that the builder has. */
function verb(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const { method, args } = site;
  const query = queryAt(handle, site);
  const tables = query.tables.map((each) => written(each));
  const begun = asQuery(handle, { ...query, tables, operation: method });
  const [target] = args;
  const isSet = !target || analysis.properties(target) !== null;
  if (method !== "update" || isSet) return begun;
  return withTable({ ...begun, entity: null }, target, undefined, site, analysis);
}

function written(table: NamedTable): NamedTable {
  return table.via === "direct" ? { ...table, access: "write" } : table;
}

/** `from(User, "u")`, `into(User)`, `from((qb) => …, "x")` */
function table(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [target, alias] = site.args;
  if (!target) return handle;
  const part = sqlTouch(target, analysis);
  if (part) return grown(handle, site, part);
  return isFunction(target) ? handle : withTable(handle, target, alias, site, analysis);
}

function isFunction({ node }: Place): boolean {
  const type = unwrap(node)?.type;
  return type === "ArrowFunctionExpression" || type === "FunctionExpression";
}

function mappedRelation(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [, path, alias] = site.args;
  return path ? withRelation(handle, path, alias, site, analysis) : handle;
}

function setFindOptions(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const { entity } = handle;
  const [options] = site.args;
  if (entity?.is !== "entity" || !options) return handle;
  const reading = startReading(accessOf(handle), analysis);
  readOptions(entity, options, reading);
  return grown(handle, site, { ...reading, isGeneric: false });
}

/** `setLock("pessimistic_write")`; with a list of tables, only those, of which the first is its own. */
function setLock(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [mode, , only] = site.args;
  if (!mode || !isLockMode(analysis.constant(mode))) return handle;
  const query = queryAt(handle, site);
  const tables = query.tables.map((each): NamedTable =>
    each.access === "read" && (!only || each.via === "direct") ? { ...each, access: "lock" } : each,
  );
  return asQuery(handle, { ...query, tables });
}

/** A query within one: it knows the aliases around it. */
function subQuery(handle: Handle, { place }: CallSite): Handle {
  return asQuery({ ...handle, entity: null, named: null }, queryOf(place, "select"));
}

function addCommonTableExpression(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [what, alias] = site.args;
  const name = alias ? analysis.constant(alias) : null;
  const query = partOf(handle, site, analysis).query ?? queryAt(handle, site);
  const told = what ? sqlTouch(what, analysis) : null;
  const local = name === null ? [] : [{ name, definition: what?.node ?? null }];
  const next = asQuery(handle, { ...query, locals: [...query.locals, ...local] });
  return told ? grown(next, site, told) : next;
}

function partOf(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const part = site.args[0] ? analysis.handle(site.args[0]) : null;
  return part?.query ? asQuery(handle, withPart(queryAt(handle, site), part)) : handle;
}
