import type { TableAccess } from "@domain-isolation/model";

/** What stands in an argument behind the entity; null for what names no table. */
export type Argument = "where" | "options" | "paths" | null;

export interface Operation {
  readonly access: TableAccess;
  readonly args: readonly Argument[];
  readonly gives?: "one" | "many";
  /** It only reads what its paths lead to. */
  readonly onlyPaths?: boolean;
  /** It takes a row, whose class tells the table, in place of the entity. */
  readonly takesRow?: boolean;
}

const found: Operation = { access: "read", args: ["where", "options"], gives: "many" };
const foundOne: Operation = { ...found, gives: "one" };
const foundAll: Operation = { access: "read", args: ["options"], gives: "many" };
const counted: Operation = { access: "read", args: ["where", "options"] };
const written: Operation = { access: "write", args: [] };
const writtenWhere: Operation = { access: "write", args: ["where"] };
const ofRow: Operation = { access: "write", args: [], takesRow: true };

/**
 * What the methods of an entity manager do, and those of a repository, which has its entity:
 * https://mikro-orm.io/api/core/class/EntityManager
 */
export const operations: Readonly<Record<string, Operation | undefined>> = {
  find: found,
  findOne: foundOne,
  findOneOrFail: foundOne,
  findAll: foundAll,
  findAndCount: found,
  findByCursor: found,
  stream: foundAll,
  count: counted,
  create: { ...written, gives: "one" },
  insert: { ...ofRow },
  insertMany: { ...ofRow },
  nativeInsert: written,
  nativeUpdate: writtenWhere,
  nativeDelete: writtenWhere,
  upsert: { ...ofRow, gives: "one" },
  upsertMany: { ...ofRow, gives: "many" },
  assign: ofRow,
  persist: ofRow,
  persistAndFlush: ofRow,
  persistLater: ofRow,
  remove: ofRow,
  removeAndFlush: ofRow,
  removeLater: ofRow,
  refresh: { access: "read", args: ["options"], takesRow: true },
  refreshOrFail: { access: "read", args: ["options"], takesRow: true },
  lock: { access: "lock", args: [], takesRow: true },
  populate: { access: "read", args: ["paths", "options"], takesRow: true, onlyPaths: true },
};

/** Those that only say what the next flush writes: the manager goes on behind them. */
export const chaining: ReadonlySet<string> = new Set([
  ...["persist", "persistLater", "remove", "removeLater"],
]);

/** They make rows, and send nothing. */
export const rowMakers: ReadonlySet<string> = new Set(["getReference", "map", "merge"]);

/** Of a collection: `author.books.init()`. Changes are written with the next flush. */
export const collectionOperations: Readonly<Record<string, TableAccess | undefined>> = {
  init: "read",
  load: "read",
  loadItems: "read",
  loadCount: "read",
  matching: "read",
  add: "write",
  set: "write",
  remove: "write",
  removeAll: "write",
};

/** Of a row, or of what wraps it: `wrap(user).assign({ … })`, `book.author.load()`. */
export const rowOperations: Readonly<Record<string, TableAccess | undefined>> = {
  assign: "write",
  init: "read",
  load: "read",
  loadOrFail: "read",
  loadEntity: "read",
};
