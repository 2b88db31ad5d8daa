import type { TableAccess } from "@domain-isolation/model";

/**
 * What a method of a query builder does with the tables of its statement. The others change nothing:
 * https://knexjs.org/guide/query-builder.html
 */

/** They name what the statement is about. */
export const sources: ReadonlySet<string> = new Set(["from", "into", "table", "fromJS"]);

export const joins: ReadonlySet<string> = new Set([
  "join",
  "innerJoin",
  "leftJoin",
  "leftOuterJoin",
  "rightJoin",
  "rightOuterJoin",
  "outerJoin",
  "fullOuterJoin",
  "crossJoin",
  "using",
  "updateFrom",
]);

/** What the statement does with the table that it is about. */
const operations: Readonly<Record<string, TableAccess | undefined>> = {
  select: "read",
  first: "read",
  pluck: "read",
  count: "read",
  countDistinct: "read",
  min: "read",
  max: "read",
  sum: "read",
  sumDistinct: "read",
  avg: "read",
  avgDistinct: "read",
  columnInfo: "read",
  insert: "write",
  update: "write",
  upsert: "write",
  del: "write",
  delete: "write",
  increment: "write",
  decrement: "write",
  truncate: "write",
};

export function accessOf(operation: string): TableAccess {
  return operationAccess(operation) ?? "read";
}

/** Null for what is no operation. */
export function operationAccess(method: string): TableAccess | null {
  return Object.hasOwn(operations, method) ? (operations[method] ?? null) : null;
}

/** `SELECT … FOR UPDATE` and its kin. */
export const locks: ReadonlySet<string> = new Set([
  "forUpdate",
  "forShare",
  "forNoKeyUpdate",
  "forKeyShare",
]);

/** `WITH name AS (…)`: the name is no table in the statement. */
export const withs: ReadonlySet<string> = new Set([
  "with",
  "withRecursive",
  "withMaterialized",
  "withNotMaterialized",
]);

/** Their text is a part of the statement's. */
export const raws: ReadonlySet<string> = new Set([
  "joinRaw",
  "fromRaw",
  "whereRaw",
  "andWhereRaw",
  "orWhereRaw",
  "havingRaw",
  "andHavingRaw",
  "orHavingRaw",
  "groupByRaw",
  "orderByRaw",
]);

/** Conditions and sets: they may hold other builders, or callbacks that build some. */
const nesting = [
  ...["where", "whereNot", "whereExists", "whereNotExists", "whereIn", "whereNotIn"],
  ...["having", "havingIn", "havingNotIn", "havingExists", "havingNotExists", "whereWrapped"],
].flatMap((name) => [name, ...["and", "or"].map((prefix) => prefix + capitalized(name))]);

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What they are given as a callback gets a builder of its own. */
export const callbacks: ReadonlySet<string> = new Set([
  ...[...sources, ...joins, ...withs, ...nesting],
  ...["union", "unionAll", "intersect", "except", "modify", "select", "insert", "as"],
]);

/** What they give is no builder any more: rows, a text, a stream. */
export const ends: ReadonlySet<string> = new Set([
  ...["then", "catch", "finally", "asCallback", "stream", "pipe"],
  ...["toString", "toSQL", "toQuery", "toKnexQuery", "on", "once"],
]);

/** Methods that only a builder of statements has, for those that are called on who knows what. */
export const builderMethods: ReadonlySet<string> = new Set([
  ...[...sources, ...joins, ...locks, ...withs, ...raws, ...callbacks],
  ...Object.keys(operations),
  ...["withSchema", "transacting", "queryBuilder", "returning", "onConflict", "whereNull"],
  ...["whereNotNull", "whereBetween", "orderBy", "groupBy", "limit", "offset", "clone"],
  ...["distinct", "distinctOn", "column", "columns", "merge", "ignore", "andWhereNot"],
]);
