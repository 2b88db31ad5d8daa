import { commonTokens, type Lexis } from "./lexis.js";
import type { Token } from "./token.js";

const whiteSpace = /[ \t\n\r\f\v]+/uy;
const commentEdge = /\/\*|\*\//gu;

/** The token that begins at an offset before the end of the text. What is left open ends with it. */
export function nextToken(text: string, start: number, lexis: Lexis): Token {
  return (
    space(text, start, lexis) ??
    quoted(text, start, lexis) ??
    matched("parameter", lexis.parameter, text, start) ??
    matched("literal", lexis.variable, text, start) ??
    common(text, start)
  );
}

function common(text: string, start: number): Token {
  for (const [kind, pattern] of commonTokens) {
    const token = matched(kind, pattern, text, start);
    if (token) return token;
  }
  return { kind: "sign", start, end: start + 1 };
}

function matched(
  kind: Token["kind"],
  pattern: RegExp | null,
  text: string,
  start: number,
): Token | null {
  const end = pattern && endOfMatch(pattern, text, start);
  return end === null ? null : { kind, start, end };
}

function endOfMatch(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function space(text: string, start: number, lexis: Lexis): Token | null {
  const edge = matched("space", lexis.executedComment, text, start);
  if (edge) return edge;
  if (text.startsWith("/*", start)) {
    return { kind: "space", start, end: endOfComment(text, start, lexis.nestsComments) };
  }
  return (
    matched("space", whiteSpace, text, start) ?? matched("space", lexis.lineComment, text, start)
  );
}

function endOfComment(text: string, start: number, nests: boolean): number {
  commentEdge.lastIndex = start;
  let depth = 0;
  for (let edge = commentEdge.exec(text); edge; edge = commentEdge.exec(text)) {
    if (edge[0] === "*/") depth--;
    else if (nests || depth === 0) depth++;
    if (depth === 0) return commentEdge.lastIndex;
  }
  return text.length;
}

function quoted(text: string, start: number, lexis: Lexis): Token | null {
  const tag = lexis.dollarQuote && endOfMatch(lexis.dollarQuote, text, start);
  if (tag !== null) {
    const close = text.indexOf(text.slice(start, tag), tag);
    return { kind: "string", start, end: close < 0 ? text.length : close + (tag - start) };
  }
  const open = (lexis.stringPrefix && endOfMatch(lexis.stringPrefix, text, start)) ?? start;
  const quote = text.charAt(open);
  const kind = lexis.quotes.get(quote);
  if (kind === undefined) return null;
  const hasBackslash = kind === "string" && lexis.hasBackslash(text.slice(start, open));
  return { kind, start, end: endOfQuoted(text, open, quote === "[" ? "]" : quote, hasBackslash) };
}

function endOfQuoted(text: string, open: number, quote: string, hasBackslash: boolean): number {
  for (let at = open + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\" && hasBackslash) at++;
    else if (char !== quote) continue;
    else if (quote !== "]" && text.charAt(at + 1) === quote) at++;
    else return at + 1;
  }
  return text.length;
}
