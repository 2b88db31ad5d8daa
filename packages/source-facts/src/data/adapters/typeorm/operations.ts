import type { TableAccess } from "@domain-isolation/model";

/** What stands in an argument: options of a query, conditions, rows; null for what names no table. */
export type Argument = "options" | "where" | "rows" | null;

export interface Operation {
  readonly access: TableAccess;
  /** Behind the entity, where a manager's method names it first. */
  readonly args: readonly Argument[];
  /** It gives rows of its table. */
  readonly givesRows?: boolean;
  /** A manager takes the row alone too, which tells its table. */
  readonly takesRow?: boolean;
}

const found: Operation = { access: "read", args: ["options", "options"], givesRows: true };
const foundBy: Operation = { access: "read", args: ["where"], givesRows: true };
const counted: Operation = { access: "read", args: ["options"] };
const countedBy: Operation = { access: "read", args: ["where"] };
const aggregated: Operation = { access: "read", args: [null, "where"] };
const written: Operation = { access: "write", args: [] };
const saved: Operation = { access: "write", args: ["rows"], givesRows: true, takesRow: true };
const removed: Operation = { ...written, givesRows: true, takesRow: true };
const inTree: Operation = { access: "read", args: [null, "options"], givesRows: true };

/**
 * What the methods of a repository do, and those of a manager whose first argument is the entity:
 * https://typeorm.io/docs/working-with-entity-manager/repository-api, and those of older versions
 */
export const operations: Readonly<Record<string, Operation | undefined>> = {
  find: found,
  findOne: found,
  findOneOrFail: found,
  findAndCount: found,
  findByIds: found,
  findOneById: found,
  findBy: foundBy,
  findOneBy: foundBy,
  findOneByOrFail: foundBy,
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
  preload: { access: "read", args: [], givesRows: true },
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
