import { isNode } from "./node.js";
import type { SyntaxNode, SyntaxTree } from "./syntax.js";

/** The nodes around one, outermost first. It is reused: copy it to keep it. */
export type Ancestors = readonly SyntaxNode[];

/** Returns `false` where nothing below is of interest. */
export type Visit = (node: SyntaxNode, ancestors: Ancestors) => unknown;

/** `parent` leads back; the others hold no code, or not the script's. */
const skipped = new Set(["parent", "loc", "range", "tokens", "comments", "errors", "templateBody"]);

/**
 * Visits every node, parents before children, otherwise in no order that matters. It keeps its own
 * stack: minified code nests deeper than JavaScript's reaches.
 */
export function walk(
  root: SyntaxNode,
  visit: Visit,
  visitorKeys: SyntaxTree["visitorKeys"] = {},
): void {
  const nodes = [root];
  const depths = [0];
  const ancestors: SyntaxNode[] = [];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    ancestors.length = depths.pop() ?? 0;
    if (visit(node, ancestors) === false) continue;
    const first = nodes.length;
    pushChildren(node, visitorKeys[node.type], nodes);
    if (nodes.length === first) continue;
    ancestors.push(node);
    while (depths.length < nodes.length) depths.push(ancestors.length);
  }
}

// Without keys, `for in` is the fastest way through plain objects, and several times `Object.keys`.
function pushChildren(
  node: SyntaxNode,
  keys: readonly string[] | undefined,
  nodes: SyntaxNode[],
): void {
  if (keys) {
    for (const key of keys) pushNodes(node[key], nodes);
    return;
  }
  for (const key in node) {
    const value = node[key];
    if (typeof value === "object" && value !== null && !skipped.has(key)) pushNodes(value, nodes);
  }
}

function pushNodes(value: unknown, nodes: SyntaxNode[]): void {
  if (!Array.isArray(value)) {
    if (isNode(value)) nodes.push(value);
    return;
  }
  const items: readonly unknown[] = value;
  for (const item of items) if (isNode(item)) nodes.push(item);
}
