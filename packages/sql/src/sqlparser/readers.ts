import { readDelete, readInsert, readUpdate } from "./read-change.js";
import {
  changing,
  readCreate,
  readDrop,
  readGrant,
  reading,
  readLockTables,
  readShowCreate,
  readTableRename,
  readTruncate,
  unseen,
} from "./read-definition.js";
import { readQuery, readSelect } from "./read-query.js";
import { readTableFactor } from "./table-factor.js";
import type { Reader } from "./walk.js";

/** Who reads which node of the tree of sqlparser-rs. All others are walked through. */
export const readers: Readonly<Record<string, Reader>> = {
  Query: readQuery,
  Select: readSelect,
  Table: readTableFactor,
  Insert: readInsert,
  Update: readUpdate,
  Delete: readDelete,

  CreateTable: readCreate,
  CreateView: readCreate,
  CreateVirtualTable: changing("name"),
  CreateIndex: changing("table_name"),
  CreateTrigger: changing("table_name"),
  DropTrigger: changing("table_name"),
  AlterTable: changing("name"),
  AlterView: changing("name"),
  RenameTable: readTableRename,
  ForeignKey: reading("foreign_table"),
  Drop: readDrop,
  Truncate: readTruncate,
  LockTables: readLockTables,
  LoadData: changing("table_name"),
  Grant: readGrant,
  Revoke: readGrant,

  ExplainTable: reading("table_name"),
  Analyze: reading("table_name"),
  ShowCreate: readShowCreate,
  show_in: reading("parent_name"),

  Call: unseen("a procedure runs, whose statements can't be seen from here"),
  Execute: unseen("a prepared statement runs, whose text can't be seen from here"),
};
