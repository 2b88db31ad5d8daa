import { nodeAt, nodesAt, textAt, type TreeNode } from "../tree/tree-node.js";
import { addTable, addTarget, enterWith, walkTree, type Walk } from "./walk.js";

/** Whether the source of a name is locked by `FOR UPDATE` and its kin. */
type IsLocked = (name: string | null) => boolean;

const ownKeys = new Set([
  ...["withClause", "intoClause", "fromClause", "lockingClause", "larg", "rarg"],
]);

export function readSelect(select: TreeNode, walk: Walk): void {
  readQuery(select, { ...walk, access: "read" }, () => false);
}

function readQuery(select: TreeNode, walk: Walk, isLockedOutside: IsLocked): void {
  const inner: Walk = { ...walk, scope: enterWith(select, walk) };
  addTarget(nodeAt(nodeAt(select, "intoClause") ?? {}, "rel"), inner);
  const isLockedHere = locksOf(select);
  const isLocked: IsLocked = (name) => isLockedOutside(name) || isLockedHere(name);
  for (const source of nodesAt(select, "fromClause")) readSource(source, inner, isLocked);
  for (const side of ["larg", "rarg"]) {
    const query = nodeAt(select, side);
    if (query) readQuery(query, inner, isLockedOutside);
  }
  for (const [key, value] of Object.entries(select)) {
    if (!ownKeys.has(key)) walkTree(value, inner);
  }
}

function locksOf(select: TreeNode): IsLocked {
  const clauses = nodesAt(select, "lockingClause").map((each) => nodeAt(each, "LockingClause"));
  const named = clauses.map((clause) => (clause ? nodesAt(clause, "lockedRels") : []));
  if (named.some((each) => each.length === 0)) return () => true;
  const names = new Set(
    named.flat().map((each) => textAt(nodeAt(each, "RangeVar") ?? {}, "relname")),
  );
  return (name) => name !== null && names.has(name);
}

/** A lock reaches the tables of joins and of subqueries in `FROM`; not the queries of `WITH`. */
function readSource(source: TreeNode, walk: Walk, isLocked: IsLocked): void {
  const table = nodeAt(source, "RangeVar");
  const join = nodeAt(source, "JoinExpr");
  const subselect = nodeAt(source, "RangeSubselect");
  const sample = nodeAt(source, "RangeTableSample");
  if (table) {
    const isOwn = isLocked(aliasOf(table) ?? textAt(table, "relname"));
    addTable(table, isOwn ? { ...walk, access: "lock" } : walk);
  } else if (join) {
    const isWhole = isLocked(aliasOf(join));
    for (const side of [nodeAt(join, "larg"), nodeAt(join, "rarg")]) {
      if (side) readSource(side, walk, isWhole ? () => true : isLocked);
    }
    walkTree(join.quals, walk);
  } else if (subselect) {
    const isWhole = isLocked(aliasOf(subselect));
    const query = nodeAt(nodeAt(subselect, "subquery") ?? {}, "SelectStmt");
    if (query) readQuery(query, walk, () => isWhole);
  } else if (sample) {
    readSource(nodeAt(sample, "relation") ?? {}, walk, isLocked);
    walkTree({ ...sample, relation: null }, walk);
  } else walkTree(source, walk);
}

function aliasOf(source: TreeNode): string | null {
  return textAt(nodeAt(source, "alias") ?? {}, "aliasname");
}
