import type { Span } from "./facts.js";

/** Lines and columns from 1; columns count UTF-16 units, `endColumn` is exclusive. */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns offsets of one text into lines and columns. */
export function createLocator(text: string): (span: Span) => Location {
  const starts = lineStarts(text);
  const at = (offset: number) => {
    const line = lineOf(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  return ({ start, end }) => {
    const first = at(start);
    const last = at(end);
    return { ...first, endLine: last.line, endColumn: last.column };
  };
}

/** As ECMAScript ends lines: LF, CRLF, CR, U+2028, U+2029. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)) {
    starts.push(index + end.length);
  }
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
