import { basename } from "node:path";
import { compareText } from "../compare-text.js";
import { toolName } from "../package-info.js";
import type { Place as Placed, Report } from "../report.js";
import type { Look } from "../reporter.js";
import { plural } from "./plural.js";

const shownFirst = 5;

/** The imports that lead nowhere, by what they name, the most frequent first. */
export function unresolvedLines({ unresolved }: Report, { colors }: Look): readonly string[] {
  if (unresolved.length === 0) return [];
  const rows = countedRows(unresolved, ({ specifier }) => specifier, colors);
  return [
    `${plural(unresolved.length, "import")} did not resolve: ${command("facts", colors)} lists all, ` +
      `${command("explain FILE SPECIFIER", colors)} says how one was looked for`,
    ...firstOf(rows),
  ];
}

/** What the readers saw and could not follow. */
export function opaqueLines({ opaque }: Report, { colors }: Look): readonly string[] {
  if (opaque.length === 0) return [];
  return [
    `${plural(opaque.length, "place")} could not be analysed: ${command("facts", colors)} lists all`,
    ...firstOf(
      opaque.map((place) => `${nameOf(place)}: ${place.reason}  ${colors.dim(at(place))}`),
    ),
  ];
}

/** What only types would tell, by why they don't. */
export function undecidedLines({ undecided }: Report, { colors }: Look): readonly string[] {
  if (undecided.length === 0) return [];
  return [
    `${plural(undecided.length, "place")} judged by shape alone: only types tell what is asked or given there`,
    ...firstOf(countedRows(undecided, ({ reason }) => reason, colors)),
  ];
}

/** Configuration by its file, since `package.json` also stands for what belongs to it. */
function nameOf({ form, file }: Report["opaque"][number]): string {
  const isConfiguration = form === "package.json" || form === "tsconfig";
  return isConfiguration ? basename(file) : form;
}

/** A row for each word, with how often it is said and where first; the most frequent first. */
function countedRows<Place extends Placed>(
  places: readonly Place[],
  wordOf: (place: Place) => string,
  colors: Look["colors"],
): readonly string[] {
  const groups = grouped(places, wordOf);
  const width = String(groups[0]?.[1].length ?? 0).length;
  return groups.map(([word, [first, ...others]]) => {
    const times = `${String(others.length + 1).padStart(width)} ×`;
    return `${times} ${word}  ${colors.dim(`${others.length > 0 ? "first " : ""}${at(first)}`)}`;
  });
}

type Group<Place> = readonly [string, [Place, ...Place[]]];

function grouped<Place>(
  places: readonly Place[],
  wordOf: (place: Place) => string,
): readonly Group<Place>[] {
  const groups = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const group = groups.get(wordOf(place));
    if (group) group.push(place);
    else groups.set(wordOf(place), [place]);
  }
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
}

function firstOf(rows: readonly string[]): readonly string[] {
  const more = rows.length - shownFirst;
  const shown = rows.slice(0, more > 1 ? shownFirst : rows.length).map((row) => `  ${row}`);
  return more > 1 ? [...shown, `  … and ${String(more)} more`] : shown;
}

function command(words: string, colors: Look["colors"]): string {
  return colors.cyan(`\`${toolName} ${words}\``);
}

function at({ file, line, column }: Placed): string {
  return `${file}:${String(line)}:${String(column)}`;
}
