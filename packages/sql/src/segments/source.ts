import { holeMark } from "../lexer/token.js";
import type { SqlSegment } from "../sql-reading.js";

/** Segments as one text, in which a mark stands for each that is no text itself. */
export interface Source {
  readonly text: string;
  /** The index of the segment that holds an offset. */
  segmentAt(offset: number): number;
  /** Where a segment begins in the text. */
  startOf(segment: number): number;
}

export function joinSegments(segments: readonly SqlSegment[]): Source {
  const starts: number[] = [];
  let text = "";
  for (const segment of segments) {
    starts.push(text.length);
    text += segment.kind === "text" ? harmless(segment.text, text === "") : holeMark;
  }
  return {
    text,
    startOf: (segment) => starts[segment] ?? text.length,
    segmentAt: (offset) => lastAtOrBefore(starts, offset),
  };
}

/** Without the mark, which no grammar takes either, and without the byte order mark of a file. */
function harmless(text: string, isFirst: boolean): string {
  const marked = text.includes(holeMark) ? text.replaceAll(holeMark, "\u0001") : text;
  return isFirst && marked.startsWith("\ufeff") ? ` ${marked.slice(1)}` : marked;
}

/** The index of the last of the ascending numbers that isn't greater than a number. */
function lastAtOrBefore(ascending: readonly number[], number: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}
