import { nodeAt, type TreeNode } from "../tree/tree-node.js";
import { addTarget, enterWith, walkTree, type Walk } from "./walk.js";

/** `INSERT`, `UPDATE`, `DELETE`, `MERGE`: what they write to, and what they read on the way. */
export function readChange(statement: TreeNode, walk: Walk): void {
  const scope = enterWith(statement, walk);
  addTarget(nodeAt(statement, "relation"), walk);
  const rest = { ...statement, relation: null, withClause: null };
  walkTree(rest, { ...walk, scope, access: "read" });
}
