import type { TableAccess } from "@domain-isolation/model";

export interface Operation {
  readonly access: TableAccess;
  /** Which of its arguments holds the options. */
  readonly options: number;
  /** What it gives: a row, a list of them, a row in a list with something else, a page of them. */
  readonly gives?: "row" | "rows" | "pair" | "page";
}

/** Of a model: https://sequelize.org/docs/v6/core-concepts/model-querying-basics/ */
export const operations: Readonly<Record<string, Operation | undefined>> = {
  findAll: { access: "read", options: 0, gives: "rows" },
  findOne: { access: "read", options: 0, gives: "row" },
  findByPk: { access: "read", options: 1, gives: "row" },
  findAndCountAll: { access: "read", options: 0, gives: "page" },
  findOrBuild: { access: "read", options: 0, gives: "pair" },
  count: { access: "read", options: 0 },
  sum: { access: "read", options: 1 },
  min: { access: "read", options: 1 },
  max: { access: "read", options: 1 },
  aggregate: { access: "read", options: 2 },
  describe: { access: "read", options: 1 },
  findOrCreate: { access: "write", options: 0, gives: "pair" },
  findCreateFind: { access: "write", options: 0, gives: "pair" },
  create: { access: "write", options: 1, gives: "row" },
  bulkCreate: { access: "write", options: 1, gives: "rows" },
  upsert: { access: "write", options: 1, gives: "pair" },
  update: { access: "write", options: 1 },
  destroy: { access: "write", options: 0 },
  restore: { access: "write", options: 0 },
  increment: { access: "write", options: 1 },
  decrement: { access: "write", options: 1 },
  truncate: { access: "write", options: 0 },
  drop: { access: "write", options: 0 },
  sync: { access: "write", options: 0 },
};

/** Of a row: https://sequelize.org/docs/v6/core-concepts/model-instances/ */
export const rowOperations: Readonly<Record<string, Operation | undefined>> = {
  save: { access: "write", options: 0, gives: "row" },
  update: { access: "write", options: 1, gives: "row" },
  destroy: { access: "write", options: 0 },
  restore: { access: "write", options: 0 },
  increment: { access: "write", options: 1, gives: "row" },
  decrement: { access: "write", options: 1, gives: "row" },
  reload: { access: "read", options: 0, gives: "row" },
};

/** Methods by which a row reaches those of an association, before the association's name. */
export const associationVerbs = ["get", "count", "has", "set", "add", "remove", "create"] as const;
export type AssociationVerb = (typeof associationVerbs)[number];

/** Of sequelize-typescript: `user.$get("orders")`. */
export const associationMethods: ReadonlySet<string> = new Set(
  associationVerbs.map((verb) => `$${verb}`),
);

export const modelMethods: ReadonlySet<string> = new Set([
  ...[...Object.keys(operations), "scope", "unscoped", "schema", "build"],
]);
