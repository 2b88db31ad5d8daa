import { isNode } from "./node.js";
import type { SyntaxNode } from "./syntax.js";

/** The nodes around one, outermost first. It is reused: copy it to keep it. */
export type Ancestors = readonly SyntaxNode[];

/** `parent` leads back; the others hold no code, or not the script's. */
const skipped = new Set(["parent", "loc", "range", "tokens", "comments", "errors", "templateBody"]);

/**
 * Visits every node, parents before children, otherwise in no order that matters. It keeps its own
 * stack: minified code nests deeper than JavaScript's reaches.
 */
export function walk(
  root: SyntaxNode,
  visit: (node: SyntaxNode, ancestors: Ancestors) => void,
): void {
  const nodes = [root];
  const depths = [0];
  const ancestors: SyntaxNode[] = [];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    ancestors.length = depths.pop() ?? 0;
    visit(node, ancestors);
    const first = nodes.length;
    pushChildren(node, nodes);
    if (nodes.length === first) continue;
    ancestors.push(node);
    while (depths.length < nodes.length) depths.push(ancestors.length);
  }
}

function pushChildren(node: SyntaxNode, nodes: SyntaxNode[]): void {
  for (const key in node) {
    const value = node[key];
    if (typeof value !== "object" || value === null || skipped.has(key)) continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) nodes.push(value);
      continue;
    }
    const items: readonly unknown[] = value;
    for (const item of items) if (isNode(item)) nodes.push(item);
  }
}
