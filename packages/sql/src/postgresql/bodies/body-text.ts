import { lexisOf } from "../../lexer/lexis.js";
import { tokensFrom } from "../../lexer/names.js";
import type { Token } from "../../lexer/token.js";
import { rewrite } from "../../segments/rewrite.js";

/** The code that a string holds, and where it stands in the text around it. */
export interface BodyText {
  readonly text: string;
  readonly outerOffset: (offset: number) => number;
}

/** The code of the first string from an offset on; null where its escapes are those of C. */
export function bodyTextFrom(sql: string, start: number): BodyText | null {
  for (const token of tokensFrom(sql, start, lexisOf.postgresql)) {
    if (token.kind === "string") return bodyOf(sql, token);
  }
  return null;
}

function bodyOf(sql: string, { start, end }: Token): BodyText | null {
  const opening = /^(?:\$[^$]*\$|')/u.exec(sql.slice(start, end))?.[0];
  if (opening === undefined) return null;
  const from = start + opening.length;
  const to = end - opening.length;
  const rewritten = rewrite(sql, from, to, opening === "'" ? doubledQuotes(sql, from, to) : []);
  return { text: rewritten.text, outerOffset: rewritten.originalOffset };
}

function doubledQuotes(sql: string, from: number, to: number) {
  const edits: { start: number; end: number; text: string }[] = [];
  for (let at = sql.indexOf("''", from); at >= 0 && at < to; at = sql.indexOf("''", at + 2)) {
    edits.push({ start: at, end: at + 2, text: "'" });
  }
  return edits;
}
