import stringWidth from "string-width";

/** A line cut to a width, and where what it is about stands in it, in columns of the terminal. */
export interface ClippedLine {
  readonly text: string;
  readonly markAt: number;
  readonly markWidth: number;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const ellipsis = "…";
/** What is shown after the stretch, even if its line has to lose its beginning for it. */
const leastAfter = 4;
/** A grapheme is seldom longer; enough text is looked at to fill the width, and a long line is not. */
const unitsPerColumn = 8;

/** Cuts a line so that its stretch from `start` to `end` (UTF-16 units) is seen, and what is around. */
export function clipLine(line: string, start: number, end: number, width: number): ClippedLine {
  const before = printable(line.slice(0, start), width, true);
  const after = printable(line.slice(end), width, false);
  const mark = takeStart(printable(line.slice(start, end), width, false), width);
  const room = width - stringWidth(mark);
  const isNear = stringWidth(before) + Math.min(stringWidth(after), leastAfter) <= room;
  const most = Math.max(Math.floor(room / 2), room - stringWidth(after));
  const lead = isNear ? before : takeEnd(before, most);
  return {
    text: lead + mark + takeStart(after, room - stringWidth(lead)),
    markAt: stringWidth(lead),
    markWidth: Math.max(1, stringWidth(mark)),
  };
}

function takeStart(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return width <= 0 ? "" : fitting(split(text), width - 1).join("") + ellipsis;
}

function takeEnd(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return width <= 0
    ? ""
    : ellipsis +
        fitting(split(text).reverse(), width - 1)
          .reverse()
          .join("");
}

function split(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

function fitting(segments: readonly string[], width: number): string[] {
  let used = 0;
  const tooFar = segments.findIndex((segment) => (used += stringWidth(segment)) > width);
  return segments.slice(0, tooFar < 0 ? segments.length : tooFar);
}

/** Tabs as two blanks, and nothing that moves the cursor or turns the direction of writing. */
function printable(text: string, width: number, fromEnd: boolean): string {
  const units = (width + 1) * unitsPerColumn;
  const near = text.length <= units ? text : fromEnd ? text.slice(-units) : text.slice(0, units);
  return near
    .replaceAll("\t", "  ")
    .replaceAll(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}
