import type { Span } from "@domain-isolation/model";

/** `mark` is punctuation; `stray` is a character that has no place in a schema. */
export interface Token extends Span {
  readonly kind: "name" | "number" | "text" | "mark" | "stray";
  readonly text: string;
}

/** The tokens of one line: at least one. */
export type Line = readonly [Token, ...Token[]];

const pattern = new RegExp(
  [
    String.raw`(?<newline>\r\n|[\n\r])`,
    String.raw`(?<blank>[\p{Zs}\t\uFEFF]+|//[^\n\r]*|/\*[^]*?\*/)`,
    String.raw`(?<number>-?\d+(?:\.\d+)?(?![\w-]))`,
    String.raw`(?<name>[A-Za-z\d][\w-]*)`,
    // As in JSON, whose strings hold no control characters.
    String.raw`(?<text>"(?:\\.|[^"\\\p{Cc}]|[\u007F-\u009F])*")`,
    String.raw`(?<mark>@@|[@{}()[\],:=?.])`,
    String.raw`(?<stray>[^])`,
  ].join("|"),
  "gu",
);

/**
 * The lines of a schema that hold more than comments. A line is what Prisma reads at once; only a
 * `}` at its start stands alone, as the next block may open behind it.
 */
export function readLines(text: string): readonly Line[] {
  const lines: [Token, ...Token[]][] = [];
  let line: [Token, ...Token[]] | null = null;
  for (const { index, groups } of text.matchAll(pattern)) {
    if (groups?.newline !== undefined) line = null;
    const token = groups && tokenOf(groups, index);
    if (!token) continue;
    if (line) line.push(token);
    else lines.push((line = [token]));
    if (line.length === 1 && token.text === "}") line = null;
  }
  return lines;
}

function tokenOf(groups: Record<string, string | undefined>, start: number): Token | null {
  for (const kind of ["name", "mark", "text", "number", "stray"] as const) {
    const text = groups[kind];
    if (text !== undefined) return { kind, text, start, end: start + text.length };
  }
  return null;
}

export function spanOf(line: Line): Span {
  return { start: line[0].start, end: (line.at(-1) ?? line[0]).end };
}
