/** An object of a grammar's syntax tree, which is JSON. */
export type TreeNode = Readonly<Record<string, unknown>>;

export function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under `key`, or null where there is none. */
export function nodeAt(node: TreeNode, key: string): TreeNode | null {
  const child = node[key];
  return isTreeNode(child) ? child : null;
}

/** The objects of the list under `key`. */
export function nodesAt(node: TreeNode, key: string): readonly TreeNode[] {
  const children = node[key];
  return Array.isArray(children) ? children.filter(isTreeNode) : [];
}

export function textAt(node: TreeNode, key: string): string | null {
  const value = node[key];
  return typeof value === "string" ? value : null;
}

export function numberAt(node: TreeNode, key: string): number | null {
  const value = node[key];
  return typeof value === "number" ? value : null;
}

/** The kind and the content of a node that is wrapped in its kind: `{ "SelectStmt": { … } }`. */
export function unwrapNode(node: TreeNode): readonly [kind: string, content: TreeNode] {
  const [kind = ""] = Object.keys(node);
  return [kind, nodeAt(node, kind) ?? {}];
}
