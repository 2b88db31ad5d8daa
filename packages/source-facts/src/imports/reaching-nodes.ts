import { beyondRecord } from "./needs-tree.js";
import { spanOf } from "../syntax/node.js";
import type { ParsedSource, SyntaxNode } from "../syntax/syntax.js";

/** Whether a node may hold something that reaches another module. `false` is certain. */
export type MayReach = (node: SyntaxNode) => boolean;

/** A name of what reaches may then be any; or the words themselves are written with escapes. */
const renaming = /createRequire|worker_threads|bun:test|node:test|\\u/u;

/** Their parsers set the statements of a script in nodes of their own. */
const component = /\.(?:vue|svelte|astro)$/u;

/** Statements that reach by themselves, and what may hold such statements. */
const statements = new Set([
  "Program",
  "ImportDeclaration",
  "ExportAllDeclaration",
  "ExportDefaultDeclaration",
  "ExportNamedDeclaration",
  "TSExportAssignment",
  "TSImportEqualsDeclaration",
  "TSModuleDeclaration",
  "TSModuleBlock",
]);

/**
 * Every form but an import or export statement begins with words that `needsTree` knows: a part of
 * the tree whose text has none of them needs no walk. Places are those of the text as it was parsed.
 */
export function reachingNodes({ text, file }: ParsedSource): MayReach {
  if (component.test(file) || renaming.test(text)) return () => true;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: words, index } of text.matchAll(beyondRecord)) {
    starts.push(index);
    ends.push(index + words.length);
  }
  return (node) => {
    if (statements.has(node.type)) return true;
    // Decorators may stand before `export`, outside of the class to which they belong.
    if (Array.isArray(node.decorators) && node.decorators.length > 0) return true;
    const { start, end } = spanOf(node);
    // A node without a place may stand anywhere.
    return start >= end || (starts[firstAbove(ends, start)] ?? Infinity) < end;
  };
}

/** The index of the first of sorted numbers that is greater. */
function firstAbove(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
