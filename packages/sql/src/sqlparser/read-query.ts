import { nodeAt, nodesAt, type TreeNode } from "../tree/tree-node.js";
import { objectName } from "./object-name.js";
import { tableFactors, shownName } from "./table-factor.js";
import { enterWith, walkTree, type Walk } from "./walk.js";

export function readQuery(query: TreeNode, walk: Walk): void {
  markLocks(query, walk);
  const rest = Object.entries(query).filter(([key]) => key !== "with");
  walkTree(Object.fromEntries(rest), enterWith(query, walk));
}

/** `FOR UPDATE` and its kin; in MySQL a lock doesn't reach into subqueries. */
function markLocks(query: TreeNode, { found }: Walk): void {
  const select = nodeAt(nodeAt(query, "body") ?? {}, "Select");
  const locks = nodesAt(query, "locks").map(({ of }) => objectName(of)?.path.at(-1));
  if (!select || locks.length === 0) return;
  const names = new Set(locks.map((name) => name?.toLowerCase()));
  for (const factor of nodesAt(select, "from").flatMap(tableFactors)) {
    if (names.has(undefined) || names.has(shownName(factor))) found.accesses.set(factor, "lock");
  }
}

/** MySQL selects `INTO` variables and files only, and SQLite not at all. */
export function readSelect(select: TreeNode, walk: Walk): void {
  walkTree({ ...select, into: null }, walk);
}
