import type { SqlTable } from "../sql-reading.js";
import { isVisible, type Scope } from "../tree/cte-scope.js";
import { isTreeNode, nodeAt, nodesAt, numberAt, textAt, type TreeNode } from "../tree/tree-node.js";
import type { Found } from "./found.js";

/** Where a walk stands: what it gathers, which names are queries, how tables are touched here. */
export interface Walk {
  readonly found: Found;
  readonly scope: Scope | null;
  readonly access: SqlTable["access"];
  /** Who reads the nodes of a kind. */
  readonly readers: Readonly<Record<string, Reader>>;
}

export type Reader = (node: TreeNode, walk: Walk) => void;

/** Walks over everything below a value. */
export function walkTree(value: unknown, walk: Walk): void {
  if (Array.isArray(value)) {
    for (const child of value) walkTree(child, walk);
    return;
  }
  if (!isTreeNode(value)) return;
  if ("relname" in value) {
    addTable(value, walk);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    const reader = isTreeNode(child) ? walk.readers[key] : undefined;
    if (reader && isTreeNode(child)) reader(child, walk);
    else walkTree(child, walk);
  }
}

/** What stands before a table that the tree gives no place for. */
const behindTables: readonly string[] = ["table", "on", "from", "into", "only", ","];

/**
 * Enters a `RangeVar`, unless it names a query of `WITH`, or stands once more in the tree: a query
 * that sets several columns, `(a, b) = (SELECT …)`, is repeated for each.
 */
export function addTable(rangeVar: TreeNode, { found, scope, access }: Walk): void {
  const name = textAt(rangeVar, "relname") ?? "";
  const schema = textAt(rangeVar, "schemaname");
  if (schema === null && isVisible(name, scope)) return;
  const path = [textAt(rangeVar, "catalogname"), schema, name].filter((part) => part !== null);
  const place = numberAt(rangeVar, "location") ?? behindTables;
  if (found.places.has(place)) return;
  found.places.add(place);
  found.tables.push({ path, access: found.locked.has(rangeVar) ? "lock" : access, place });
}

/** Enters a table that is written to: its name is never that of a query of `WITH`. */
export function addTarget(rangeVar: TreeNode | null, walk: Walk): void {
  if (!rangeVar) return;
  const isTemporary = textAt(rangeVar, "relpersistence") === "t";
  if (isTemporary) walk.found.temporary.push(textAt(rangeVar, "relname") ?? "");
  else addTable(rangeVar, { ...walk, scope: null, access: "write" });
}

/** Reads the queries of `WITH`, and gives the scope in which their names are known. */
export function enterWith(node: TreeNode, walk: Walk): Scope | null {
  const { scope } = walk;
  const clause = nodeAt(node, "withClause");
  if (!clause) return scope;
  const queries = nodesAt(clause, "ctes").map((each) => nodeAt(each, "CommonTableExpr") ?? {});
  const names = queries.map((query) => textAt(query, "ctename") ?? "");
  const seen = (count: number): Scope => ({ names: new Set(names.slice(0, count)), outer: scope });
  for (const [index, query] of queries.entries()) {
    const inner = seen(clause.recursive === true ? names.length : index);
    walkTree(nodeAt(query, "ctequery"), { ...walk, scope: inner, access: "read" });
  }
  return seen(names.length);
}
