import { isTreeNode, nodeAt, numberAt, textAt, type TreeNode } from "../tree/tree-node.js";

/** A line and a column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface ObjectName {
  readonly path: readonly string[];
  readonly start: Position;
  readonly nameStart: Position;
  readonly end: Position;
}

/** A name with dots: a list of identifiers, or one alone. */
export function objectName(value: unknown): ObjectName | null {
  const parts = (Array.isArray(value) ? value : [value]).map(identifierIn);
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last || parts.includes(null)) return null;
  const path = parts.flatMap((part) => textAt(part ?? {}, "value") ?? []);
  return {
    path,
    start: positionAt(first, "start"),
    nameStart: positionAt(last, "start"),
    end: positionAt(last, "end"),
  };
}

function identifierIn(part: unknown): TreeNode | null {
  if (!isTreeNode(part)) return null;
  return "value" in part ? part : nodeAt(part, "Identifier");
}

function positionAt(identifier: TreeNode, edge: "start" | "end"): Position {
  const position = nodeAt(nodeAt(identifier, "span") ?? {}, edge) ?? {};
  return { line: numberAt(position, "line") ?? 1, column: numberAt(position, "column") ?? 1 };
}
