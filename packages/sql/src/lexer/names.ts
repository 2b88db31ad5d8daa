import { nameOf } from "./name-spelling.js";
import type { Lexis } from "./lexis.js";
import { nextToken } from "./next-token.js";
import type { Token } from "./token.js";

/** A name with dots, as it stands in a text. */
export interface NameSpan {
  readonly start: number;
  /** Where its last part begins. */
  readonly nameStart: number;
  readonly end: number;
}

/** The tokens from an offset on, without space. */
export function* tokensFrom(text: string, start: number, lexis: Lexis): Generator<Token> {
  for (let at = start; at < text.length;) {
    const token = nextToken(text, at, lexis);
    if (token.kind !== "space") yield token;
    at = token.end;
  }
}

/** The name of so many parts that begins at an offset. */
export function nameSpanAt(text: string, start: number, parts: number, lexis: Lexis): NameSpan {
  let span: NameSpan = { start, nameStart: start, end: start };
  let left = parts;
  for (const token of tokensFrom(text, start, lexis)) {
    if (left === 0) break;
    if (token.kind === "sign") continue;
    span = { start, nameStart: token.start, end: token.end };
    left--;
  }
  return span;
}

/** Finds where a name with dots stands in a text, behind one of some words or signs. */
export function findName(
  text: string,
  path: readonly string[],
  behind: readonly string[],
  from: number,
  lexis: Lexis,
): NameSpan | null {
  const tokens = [...tokensFrom(text, from, lexis)];
  const spell = (token: Token | undefined) => (token ? text.slice(token.start, token.end) : "");
  const index = tokens.findIndex(
    (_, at) =>
      behind.includes(at > 0 ? spell(tokens[at - 1]).toLowerCase() : "") &&
      path.every((part, n) => nameOf(spell(tokens[at + 2 * n]), lexis.foldsNames) === part) &&
      path.slice(1).every((_, n) => spell(tokens[at + 2 * n + 1]) === "."),
  );
  const first = tokens[index];
  const last = tokens[index + 2 * (path.length - 1)];
  return first && last ? { start: first.start, nameStart: last.start, end: last.end } : null;
}
