import { nodeAt, textAt, type TreeNode } from "@domain-isolation/sql";

/** The texts of a list of `String` nodes. */
export function stringsIn(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap((node) => textAt(nodeAt(node, "String") ?? {}, "sval") ?? []);
}
