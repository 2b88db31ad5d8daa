import { nameOfToken, type ParsedStatement, type Token } from "@domain-isolation/sql";
import type { SourcePlace, Span } from "@domain-isolation/model";
import type { PlacedName } from "../changes/change.js";
import { placeIn, type SqlText } from "./sql-text.js";

/** A statement as it is written: what a tree doesn't keep is read from its tokens. */
export interface StatementText {
  readonly statement: ParsedStatement;
  readonly sql: SqlText;
  /** Where the whole statement stands in its file. */
  readonly at: SourcePlace;
  /** The index of the first token at or behind an offset; the number of tokens where there is none. */
  indexAt(offset: number): number;
  /** A token in lower case; empty where there is none. */
  word(index: number): string;
  /** The index of the first token from an index on, outside of inner brackets, that fits. */
  find(from: number, fits: (word: string, index: number) => boolean): number;
  /** The index of the bracket that closes the one at an index. */
  closing(open: number): number;
  /** The text from one token to before another. */
  between(from: number, to: number): string;
  /** The stretch of the file from one token to before another. */
  spanBetween(from: number, to: number): Span;
  /** The name of `parts` parts that begins at a token. */
  nameAt(index: number, parts: number): PlacedName;
}

export function openStatement(statement: ParsedStatement, sql: SqlText): StatementText {
  const { tokens } = statement;
  const { text, dialect } = sql;
  const word = (index: number) => wordOf(tokens[index], text);
  const closing = (open: number) => closingOf(open, tokens.length, word);
  const spanBetween = (from: number, to: number) => {
    const start = tokens[from]?.start ?? statement.end;
    return sql.spanOf(start, Math.max(start, tokens[to - 1]?.end ?? start));
  };
  return {
    statement,
    sql,
    at: placeIn(sql, statement.start, statement.end),
    word,
    closing,
    spanBetween,
    indexAt(offset) {
      const index = tokens.findIndex(({ start }) => start >= offset);
      return index < 0 ? tokens.length : index;
    },
    find(from, fits) {
      for (let index = from; index < tokens.length; index++) {
        const spelled = word(index);
        if (fits(spelled, index)) return index;
        if (spelled === "(" || spelled === "[") index = closing(index);
      }
      return tokens.length;
    },
    between: (from, to) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
    nameAt(index, parts) {
      const names = Array.from({ length: parts }, (_, part) => tokens[index + 2 * part]).map(
        (token) => (token ? nameOfToken(token, text, dialect) : ""),
      );
      const span = spanBetween(index, index + 2 * parts - 1);
      return { name: names.at(-1) ?? "", schema: names.at(-2) ?? null, span };
    },
  };
}

/** Quoted names and strings are no words. */
function wordOf(token: Token | undefined, text: string): string {
  if (!token || token.kind === "quoted" || token.kind === "string") return "";
  return text.slice(token.start, token.end).toLowerCase();
}

function closingOf(open: number, count: number, word: (index: number) => string): number {
  let depth = 0;
  for (let index = open; index < count; index++) {
    const spelled = word(index);
    if (spelled === "(" || spelled === "[") depth++;
    else if ((spelled === ")" || spelled === "]") && --depth === 0) return index;
  }
  return count;
}
