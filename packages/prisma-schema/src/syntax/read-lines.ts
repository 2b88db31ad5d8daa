import type { Span } from "@domain-isolation/model";

/** `mark` is punctuation; `stray` is a character that has no place in a schema. */
export interface Token extends Span {
  readonly kind: "name" | "number" | "text" | "mark" | "stray";
  readonly text: string;
}

/** The tokens of one line: at least one. */
export type Line = readonly [Token, ...Token[]];

/** What is read at once, by the group that it is caught in; blanks and comments are in none. */
const pattern = new RegExp(
  [
    String.raw`[\p{Zs}\t\uFEFF]+|//[^\n\r]*|/\*[^]*?\*/`,
    String.raw`(\r\n|[\n\r])`,
    String.raw`(-?\d+(?:\.\d+)?(?![\w-]))`,
    String.raw`([A-Za-z\d][\w-]*)`,
    // As in JSON, whose strings hold no control characters.
    String.raw`("(?:\\.|[^"\\\p{Cc}]|[\u007F-\u009F])*")`,
    String.raw`(@@|[@{}()[\],:=?.])`,
    String.raw`([^])`,
  ].join("|"),
  "gu",
);
const kinds = ["number", "name", "text", "mark", "stray"] as const;

/**
 * The lines of a schema that hold more than comments. A line is what Prisma reads at once; only a
 * `}` at its start stands alone, as the next block may open behind it.
 */
export function readLines(text: string): readonly Line[] {
  const lines: [Token, ...Token[]][] = [];
  let line: [Token, ...Token[]] | null = null;
  for (const match of text.matchAll(pattern)) {
    const [found, newline] = match;
    if (newline !== undefined) line = null;
    const kind = kinds.find((_, group) => match[group + 2] !== undefined);
    if (!kind) continue;
    const token = { kind, text: found, start: match.index, end: match.index + found.length };
    if (line) line.push(token);
    else lines.push((line = [token]));
    if (line.length === 1 && found === "}") line = null;
  }
  return lines;
}

export function spanOf(line: Line): Span {
  return { start: line[0].start, end: (line.at(-1) ?? line[0]).end };
}
