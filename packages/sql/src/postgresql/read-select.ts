import { nodeAt, nodesAt, textAt, unwrapNode, type TreeNode } from "../tree/tree-node.js";
import { addTarget, enterWith, walkTree, type Walk } from "./walk.js";

const readAlready = new Set(["withClause", "intoClause", "lockingClause", "larg", "rarg"]);

export function readSelect(select: TreeNode, walk: Walk): void {
  const inner: Walk = { ...walk, access: "read", scope: enterWith(select, walk) };
  addTarget(nodeAt(nodeAt(select, "intoClause") ?? {}, "rel"), inner);
  markLocks(select, walk.found.locked);
  for (const side of [nodeAt(select, "larg"), nodeAt(select, "rarg")]) {
    if (side) readSelect(side, inner);
  }
  const rest = Object.entries(select).filter(([key]) => !readAlready.has(key));
  walkTree(Object.fromEntries(rest), inner);
}

/** Whether the source of a name is locked. */
type IsLocked = (name: string | null) => boolean;

/** `FOR UPDATE` and its kin, of all tables or of those that are named. */
function markLocks(select: TreeNode, locked: Set<TreeNode>): void {
  const clauses = nodesAt(select, "lockingClause").map((each) => unwrapNode(each)[1]);
  if (clauses.length === 0) return;
  const named = clauses.map((clause) => nodesAt(clause, "lockedRels"));
  const names = new Set(
    named.flat().map((each) => textAt(nodeAt(each, "RangeVar") ?? {}, "relname")),
  );
  const isWhole = named.some((each) => each.length === 0);
  markSources(select, locked, (name) => isWhole || (name !== null && names.has(name)));
}

/** A lock reaches the tables of joins and of subqueries in `FROM`; not the queries of `WITH`. */
function markSources(select: TreeNode, locked: Set<TreeNode>, isLocked: IsLocked): void {
  for (const source of nodesAt(select, "fromClause")) markSource(source, locked, isLocked);
}

function markSource(source: TreeNode, locked: Set<TreeNode>, isLocked: IsLocked): void {
  const [kind, content] = unwrapNode(source);
  const alias = textAt(nodeAt(content, "alias") ?? {}, "aliasname");
  const isWhole = isLocked(alias);
  switch (kind) {
    case "RangeVar":
      if (isLocked(alias ?? textAt(content, "relname"))) locked.add(content);
      break;
    case "JoinExpr":
      markSide(content, "larg", locked, isWhole ? () => true : isLocked);
      markSide(content, "rarg", locked, isWhole ? () => true : isLocked);
      break;
    case "RangeSubselect":
      if (isWhole) markSources(queryOf(content), locked, () => true);
      break;
    case "RangeTableSample":
      markSide(content, "relation", locked, isLocked);
  }
}

function markSide(node: TreeNode, key: string, locked: Set<TreeNode>, isLocked: IsLocked): void {
  markSource(nodeAt(node, key) ?? {}, locked, isLocked);
}

function queryOf(subselect: TreeNode): TreeNode {
  return nodeAt(nodeAt(subselect, "subquery") ?? {}, "SelectStmt") ?? {};
}
