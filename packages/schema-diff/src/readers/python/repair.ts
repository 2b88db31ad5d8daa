import type { SyntaxNode } from "@lezer/common";
import type { Span } from "@domain-isolation/model";
import { lezerPython } from "./load-grammars.js";

/** A text without what is broken in it, as long as before, so that offsets stay. */
export interface Repaired {
  readonly text: string;
  readonly broken: readonly Span[];
}

/**
 * Blanks the smallest statements that hold an error, so that the strict grammar reads the rest. Where
 * there is room, `pass` stands for one: a block may not be empty.
 */
export function repair(text: string): Repaired {
  const script = lezerPython().parser.parse(text).topNode;
  const broken = brokenIn(script);
  return { text: blank(text, broken), broken };
}

/** Without the whole statement of the outermost level that holds an offset. */
export function withoutStatementAt(offset: number, { text, broken }: Repaired): Repaired {
  const script = lezerPython().parser.parse(text).topNode;
  const node = childrenOf(script).findLast((child) => child.from <= offset) ?? script;
  const span = { start: node.from, end: node.to };
  return { text: blank(text, [span]), broken: [...broken, span] };
}

function brokenIn(block: SyntaxNode): readonly Span[] {
  return childrenOf(block).flatMap((statement) => {
    if (!hasError(statement)) return [];
    const bodies = childrenOf(statement).filter(({ name }) => name === "Body");
    const isInBodies = childrenOf(statement).every(
      (child) => child.name === "Body" || !hasError(child),
    );
    if (bodies.length > 0 && isInBodies) return bodies.flatMap(brokenIn);
    return statement.from < statement.to ? [{ start: statement.from, end: statement.to }] : [];
  });
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function hasError(node: SyntaxNode): boolean {
  let found = false;
  node.cursor().iterate((each) => {
    found ||= each.type.isError;
    return !found;
  });
  return found;
}

function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce((whole, { start, end }) => {
    const spaces = whole.slice(start, end).replaceAll(/[^\r\n]/gu, " ");
    const stand = spaces.startsWith("    ") ? `pass${spaces.slice(4)}` : spaces;
    return whole.slice(0, start) + stand + whole.slice(end);
  }, text);
}
