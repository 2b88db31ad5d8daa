import type { SectionMarkers } from "./sections.js";

/** Parts a text at what a tool takes for the end of a statement in the place of `;`. */
export function delimiterMarkers(delimiter: string): SectionMarkers {
  return {
    pattern: new RegExp(delimiterPattern(delimiter), "imuy"),
    first: "up",
    unmarked: "up",
    begins: () => null,
  };
}

/** A word or a sign such as `/`, which could stand in SQL too, ends a statement on a line of its own. */
function delimiterPattern(delimiter: string): string {
  const escaped = delimiter.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  const isOrdinary = /^(?:\w+|[/.])$/u.test(delimiter);
  return isOrdinary ? String.raw`(?<=^[^\S\n]*)${escaped}(?=\s*$)` : escaped;
}
