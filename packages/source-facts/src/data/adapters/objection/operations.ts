import type { TableAccess } from "@domain-isolation/model";

/**
 * What methods do with the table of the model, beside those of Knex's builders:
 * https://vincit.github.io/objection.js/api/query-builder/
 */
export const operations: Readonly<Record<string, TableAccess | undefined>> = {
  findById: "read",
  findByIds: "read",
  findOne: "read",
  resultSize: "read",
  insertAndFetch: "write",
  insertGraph: "write",
  insertGraphAndFetch: "write",
  insertWithRelated: "write",
  upsertGraph: "write",
  upsertGraphAndFetch: "write",
  updateAndFetch: "write",
  updateAndFetchById: "write",
  patch: "write",
  patchAndFetch: "write",
  patchAndFetchById: "write",
  deleteById: "write",
  relate: "write",
  unrelate: "write",
};

/** They load, or join, what a relation expression names. */
export const fetches: ReadonlySet<string> = new Set([
  ...["withGraphFetched", "withGraphJoined", "eager", "joinEager", "naiveEager", "mergeEager"],
  ...["joinRelated", "innerJoinRelated", "leftJoinRelated", "leftOuterJoinRelated"],
  ...["rightJoinRelated", "rightOuterJoinRelated", "fullOuterJoinRelated"],
  ...["joinRelation", "innerJoinRelation", "leftJoinRelation", "leftOuterJoinRelation"],
]);

/** They write a row with those that hang on it. */
export const graphs: ReadonlySet<string> = new Set([
  ...["insertGraph", "insertGraphAndFetch", "insertWithRelated"],
  ...["upsertGraph", "upsertGraphAndFetch"],
]);

/** They set what ties a row to another: a key, or a row of the table between. */
export const linking: ReadonlySet<string> = new Set(["relate", "unrelate"]);

/** They give one row instead of a list. */
export const givesOne: ReadonlySet<string> = new Set([
  ...["findById", "findOne", "first", "insert", "insertAndFetch", "insertGraph"],
  ...["insertGraphAndFetch", "updateAndFetch", "updateAndFetchById", "patchAndFetch"],
  ...["patchAndFetchById", "upsertGraphAndFetch"],
]);

/** What a row can do: https://vincit.github.io/objection.js/api/model/instance-methods.html */
export const rowMethods: ReadonlySet<string> = new Set([
  ...["$query", "$relatedQuery", "$fetchGraph", "$loadRelated"],
]);

/** Methods of a model's class: https://vincit.github.io/objection.js/api/model/static-methods.html */
export const modelMethods: ReadonlySet<string> = new Set([
  ...["query", "relatedQuery", "knex", "knexQuery", "fetchGraph", "loadRelated"],
  ...["startTransaction", "transaction", "bindKnex", "bindTransaction"],
]);
