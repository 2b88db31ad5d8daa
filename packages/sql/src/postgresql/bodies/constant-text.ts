import { parsePostgresql } from "../parse.js";
import { nodeAt, nodesAt, textAt, type TreeNode } from "../../tree/tree-node.js";

/** The value of `SELECT 'text'`; null where it is none that is always the same. */
export function constantText(select: string): string | null {
  const parsed = parsePostgresql(select);
  if (parsed.kind !== "tree") return null;
  const [statement = {}] = nodesAt(parsed.tree, "stmts");
  const [target = {}] = nodesAt(path(statement, "stmt", "SelectStmt"), "targetList");
  return textAt(path(target, "ResTarget", "val", "A_Const", "sval"), "sval");
}

function path(node: TreeNode, ...keys: readonly string[]): TreeNode {
  return keys.reduce((inner, key) => nodeAt(inner, key) ?? {}, node);
}
