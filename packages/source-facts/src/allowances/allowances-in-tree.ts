import type { AllowanceFact, Span } from "@domain-isolation/model";
import { spanOf } from "../syntax/node.js";
import type { ParsedSource, SyntaxComment, SyntaxNode } from "../syntax/syntax.js";
import { walk } from "../syntax/walk.js";
import { allowanceMark, readAllowance } from "./allowance-text.js";

/** What the comments of a source file permit. */
export function allowancesInTree(source: ParsedSource): readonly AllowanceFact[] {
  if (!source.text.includes(allowanceMark)) return [];
  return source.comments
    .filter(({ value }) => value.includes(allowanceMark))
    .flatMap((comment) => {
      const { start } = spanOf(comment);
      return readAllowance(comment.value, start + "//".length, coverOf(comment, source));
    });
}

/** Behind code, a comment is about its line; alone, about what begins next, with all that is in it. */
function coverOf(comment: SyntaxComment, source: ParsedSource): Span {
  const { text } = source;
  const { start, end } = spanOf(comment);
  const line = text.lastIndexOf("\n", start - 1) + 1;
  // In JSX, a comment stands in braces of its own.
  const before = text.slice(line, start).trim();
  if (before !== "" && before !== "{") return { start: line, end: start };
  const next = nextNode(source, end);
  const between = next ? withoutComments({ start: end, end: spanOf(next).start }, source) : "";
  const isNext = between.trim() === (before === "" ? "" : "}");
  return next && isNext ? { start, end: spanOf(next).end } : { start, end };
}

/** The outermost node of those that begin first behind a place. */
function nextNode({ program, visitorKeys }: ParsedSource, place: number): SyntaxNode | null {
  let found: SyntaxNode | null = null;
  walk(
    program,
    (node) => {
      const { start, end } = spanOf(node);
      if (end <= place) return node === program;
      if (start < place || node === program || node.type === "JSXText") return true;
      const first = found ? spanOf(found) : null;
      if (!first || start < first.start || (start === first.start && end > first.end)) found = node;
      return false;
    },
    visitorKeys,
  );
  return found;
}

function withoutComments({ start, end }: Span, { comments, text }: ParsedSource): string {
  return comments.map(spanOf).reduce(
    (left, comment) => {
      if (comment.start < start || comment.end > end) return left;
      const [from, to] = [comment.start - start, comment.end - start];
      return left.slice(0, from) + " ".repeat(to - from) + left.slice(to);
    },
    text.slice(start, end),
  );
}
