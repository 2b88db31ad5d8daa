import type { Location } from "@domain-isolation/model";
import type { Look } from "../reporter.js";
import { clipLine } from "./clip-line.js";

const context = 2;
const narrowest = 20;

/** The line of a finding with up to two lines before it, and ━━━ under what it is about. */
export function codeFrame(
  lines: readonly string[],
  place: Location,
  { colors, width }: Look,
): readonly string[] {
  const gutter = String(place.line).length;
  const room = Math.max(narrowest, width - gutter - 6);
  const numbered = (number: string, text: string) =>
    `  ${colors.dim(`${number.padStart(gutter)} │`)} ${text}`.trimEnd();
  const { text, markAt, markWidth } = clipMarked(lines, place, room);
  return [
    ...linesBefore(lines, place.line).map(({ number, line }) =>
      numbered(String(number), colors.dim(clipLine(line, 0, 0, room).text)),
    ),
    numbered(String(place.line), text),
    `${" ".repeat(gutter + 5 + markAt)}${colors.red("━".repeat(markWidth))}`,
  ];
}

/** Of a stretch of several lines the first is marked. */
function clipMarked(lines: readonly string[], place: Location, room: number) {
  const line = lines[place.line - 1] ?? "";
  const end = place.endLine === place.line ? place.endColumn - 1 : line.length;
  return clipLine(line, place.column - 1, end, room);
}

function linesBefore(lines: readonly string[], line: number) {
  const first = Math.max(0, line - 1 - context);
  const before = lines
    .slice(first, line - 1)
    .map((text, index) => ({ number: first + index + 1, line: text }));
  const start = before.findIndex((entry) => entry.line.trim() !== "");
  return start < 0 ? [] : before.slice(start);
}
