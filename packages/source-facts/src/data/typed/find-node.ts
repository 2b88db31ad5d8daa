import type { Span } from "@domain-isolation/model";
import type { CompilerFile, CompilerNode } from "./compiler.js";

/** The innermost node that fills a stretch; null where none does. */
export function findNode(file: CompilerFile, span: Span): CompilerNode | null {
  let found: CompilerNode | null = null;
  let around: CompilerNode | undefined = file;
  while (around) {
    around = around.forEachChild((child) => (contains(child, span, file) ? child : undefined));
    if (around?.end === span.end && around.getStart(file) === span.start) found = around;
  }
  return found;
}

function contains(node: CompilerNode, { start, end }: Span, file: CompilerFile): boolean {
  return node.pos <= start && end <= node.end && node.getStart(file) <= start;
}
