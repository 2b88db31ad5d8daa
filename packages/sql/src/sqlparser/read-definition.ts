import { nodeAt, nodesAt, textAt, type TreeNode } from "../tree/tree-node.js";
import { objectName } from "./object-name.js";
import { addSource, addTarget, walkTree, type Reader, type Walk } from "./walk.js";

/** A statement that changes the table under a key; what else it names is read. */
export function changing(key: string): Reader {
  return (statement, walk) => {
    addTarget(statement[key], walk);
    walkTree(statement, walk);
  };
}

/** A statement that reads the table under a key. */
export function reading(key: string): Reader {
  return (statement, walk) => {
    addSource(statement[key], "read", walk);
    walkTree(statement, walk);
  };
}

/** `CREATE TABLE`, `CREATE VIEW`. A temporary one is nobody's but the connection's. */
export function readCreate(statement: TreeNode, walk: Walk): void {
  if (statement.temporary === true) {
    walk.found.temporary.push(objectName(statement.name)?.path.at(-1) ?? "");
  } else addTarget(statement.name, walk);
  const like = nodeAt(statement, "like");
  for (const form of ["Plain", "Parenthesized"]) {
    addSource(nodeAt(like ?? {}, form)?.name, "read", walk);
  }
  walkTree(statement, walk);
}

/** `DROP TABLE`, `DROP VIEW`; `DROP INDEX i ON t`. */
export function readDrop(statement: TreeNode, walk: Walk): void {
  addTarget(statement.table, walk);
  const type = textAt(statement, "object_type") ?? "";
  if (!["Table", "View", "MaterializedView"].includes(type)) return;
  if (Array.isArray(statement.names)) for (const name of statement.names) addTarget(name, walk);
}

/** `TRUNCATE` and its kin: `{ table_names: [{ name }] }`. */
export function readTruncate(statement: TreeNode, walk: Walk): void {
  for (const table of nodesAt(statement, "table_names")) addTarget(table.name, walk);
}

export function readLockTables(statement: TreeNode, walk: Walk): void {
  for (const { table } of nodesAt(statement, "tables")) addSource(table, "lock", walk);
}

/** `ALTER TABLE a RENAME TO b` makes a table of that name. */
export function readTableRename(operation: TreeNode, walk: Walk): void {
  const name = nodeAt(operation, "table_name") ?? {};
  addTarget(name.To ?? name.As, walk);
}

/** `GRANT`, `REVOKE`. */
export function readGrant(statement: TreeNode, walk: Walk): void {
  const tables = nodeAt(statement, "objects")?.Tables;
  if (Array.isArray(tables)) for (const name of tables) addTarget(name, walk);
}

export function readShowCreate(statement: TreeNode, walk: Walk): void {
  const type = textAt(statement, "obj_type") ?? "";
  if (type === "Table" || type === "View") addSource(statement.obj_name, "read", walk);
}

export function unseen(reason: string): Reader {
  return (statement, walk) => {
    walk.found.unread.push(reason);
    walkTree(statement, walk);
  };
}
