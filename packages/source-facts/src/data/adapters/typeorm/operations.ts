import type { TableAccess } from "@domain-isolation/model";

/** What stands in an argument: options of a query, conditions, rows; null for what names no table. */
export type Argument = "options" | "where" | "rows" | null;

export interface Operation {
  readonly access: TableAccess;
  /** Behind the entity, where a manager's method names it first. */
  readonly args: readonly Argument[];
  /** It gives a row of its table, or a list of them. */
  readonly gives?: "one" | "many";
  /** A manager takes the row alone too, which tells its table. */
  readonly takesRow?: boolean;
}

const found: Operation = { access: "read", args: ["options", "options"], gives: "many" };
const foundOne: Operation = { ...found, gives: "one" };
const foundBy: Operation = { access: "read", args: ["where"], gives: "many" };
const foundOneBy: Operation = { ...foundBy, gives: "one" };
const counted: Operation = { access: "read", args: ["options"] };
const countedBy: Operation = { access: "read", args: ["where"] };
const aggregated: Operation = { access: "read", args: [null, "where"] };
const written: Operation = { access: "write", args: [] };
const saved: Operation = { access: "write", args: ["rows"], gives: "one", takesRow: true };
const removed: Operation = { ...written, gives: "one", takesRow: true };
const inTree: Operation = { access: "read", args: [null, "options"], gives: "many" };

/**
 * What the methods of a repository do, and those of a manager whose first argument is the entity:
 * https://typeorm.io/docs/working-with-entity-manager/repository-api, and those of older versions
 */
export const operations: Readonly<Record<string, Operation | undefined>> = {
  find: found,
  findOne: foundOne,
  findOneOrFail: foundOne,
  findAndCount: found,
  findByIds: found,
  findOneById: foundOne,
  findBy: foundBy,
  findOneBy: foundOneBy,
  findOneByOrFail: foundOneBy,
  findAndCountBy: foundBy,
  count: counted,
  countBy: countedBy,
  exist: counted,
  exists: counted,
  existsBy: countedBy,
  sum: aggregated,
  average: aggregated,
  minimum: aggregated,
  maximum: aggregated,
  preload: { access: "read", args: [], gives: "one" },
  save: saved,
  insert: written,
  upsert: written,
  update: written,
  updateAll: written,
  delete: written,
  deleteAll: written,
  remove: removed,
  softDelete: written,
  softRemove: removed,
  restore: written,
  recover: removed,
  clear: written,
  increment: written,
  decrement: written,
  findTrees: found,
  findRoots: found,
  findDescendants: inTree,
  findDescendantsTree: inTree,
  findAncestors: inTree,
  findAncestorsTree: inTree,
  countDescendants: counted,
  countAncestors: counted,
};

/** Methods of a row that extends BaseEntity: https://typeorm.io/docs/guides/active-record-data-mapper */
export const rowOperations: Readonly<Record<string, TableAccess | undefined>> = {
  save: "write",
  remove: "write",
  softRemove: "write",
  recover: "write",
  reload: "read",
};

/** They make rows, and send nothing. */
export const rowMakers: ReadonlySet<string> = new Set(["create", "merge"]);
