import type { SqlTable } from "../sql-reading.js";
import { isVisible, type Scope } from "../tree/cte-scope.js";
import { isTreeNode, nodeAt, nodesAt, type TreeNode } from "../tree/tree-node.js";
import { objectName, type ObjectName } from "./object-name.js";

export type SqlparserDialect = "mysql" | "sqlite";

export interface FoundTable extends ObjectName {
  readonly access: SqlTable["access"];
}

/** What a walk over a tree gathers. */
export interface Found {
  readonly tables: FoundTable[];
  /** How a table in a `FROM` is touched, where it isn't just read. */
  readonly accesses: Map<TreeNode, SqlTable["access"]>;
  readonly temporary: string[];
  readonly unread: string[];
}

/** Where a walk stands: what it gathers, and which names are queries, in lower case. */
export interface Walk {
  readonly dialect: SqlparserDialect;
  readonly found: Found;
  readonly scope: Scope | null;
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
  // Queries stand under many keys, and not always under their kind.
  if ("with" in value && "body" in value) {
    walk.readers.Query?.(value, walk);
    return;
  }
  for (const [kind, child] of Object.entries(value)) {
    const reader = isTreeNode(child) ? walk.readers[kind] : undefined;
    // A statement in the place of a query is wrapped twice: `{ Insert: { Insert: … } }`.
    if (reader && isTreeNode(child) && !(kind in child)) reader(child, walk);
    else walkTree(child, walk);
  }
}

/** Enters a table, unless the name is that of a query of `WITH`. */
export function addSource(name: unknown, access: SqlTable["access"], walk: Walk): void {
  const found = objectName(name);
  if (!found || (found.path.length === 1 && isNoTable(found.path[0] ?? "", walk))) return;
  add({ ...found, access }, walk);
}

/** A name that stands in a string comes without its place: line 0. */
function add(table: FoundTable, { found }: Walk): void {
  if (table.nameStart.line > 0 && table.start.line > 0) found.tables.push(table);
  else found.unread.push(`the name \`${table.path.join(".")}\` stands in a string`);
}

function isNoTable(name: string, { scope, dialect }: Walk): boolean {
  const folded = name.toLowerCase();
  return isVisible(folded, scope) || (dialect === "mysql" && folded === "dual");
}

/** Enters a table that is written to: its name is never that of a query of `WITH`. */
export function addTarget(name: unknown, walk: Walk): void {
  const found = objectName(name);
  if (found) add({ ...found, access: "write" }, walk);
}

/** Reads the queries of `WITH`, and gives a walk that knows their names. */
export function enterWith(query: TreeNode, walk: Walk): Walk {
  const clause = nodeAt(query, "with");
  if (!clause) return walk;
  const queries = nodesAt(clause, "cte_tables");
  const names = queries.map((each) => cteName(each));
  const seeing = (seen: readonly string[]): Walk => ({
    ...walk,
    scope: { names: new Set(seen), outer: walk.scope },
  });
  for (const [index, each] of queries.entries()) {
    const isRecursive = clause.recursive === true;
    const seen = visibleIn(names, index, walk.dialect, isRecursive || isCompound(each));
    walkTree(each.query, seeing(seen));
  }
  return seeing(names);
}

/**
 * MySQL: the queries before, and the query itself where it is recursive. SQLite doesn't look at the
 * word `RECURSIVE`: all queries see all, and only a compound one can see itself.
 */
function visibleIn(
  names: readonly string[],
  index: number,
  dialect: SqlparserDialect,
  seesItself: boolean,
): readonly string[] {
  const others = dialect === "sqlite" ? names : names.slice(0, index + 1);
  return seesItself ? others : others.filter((_, other) => other !== index);
}

function isCompound(cte: TreeNode): boolean {
  return nodeAt(nodeAt(nodeAt(cte, "query") ?? {}, "body") ?? {}, "SetOperation") !== null;
}

function cteName(cte: TreeNode): string {
  const name = objectName(nodeAt(cte, "alias")?.name);
  return (name?.path[0] ?? "").toLowerCase();
}
