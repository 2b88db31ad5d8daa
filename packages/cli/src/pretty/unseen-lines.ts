import { basename } from "node:path";
import { compareText } from "../compare-text.js";
import { toolName } from "../package-info.js";
import type { PlacedImport, Report } from "../report.js";
import type { Look } from "../reporter.js";
import { plural } from "./plural.js";

const shownFirst = 5;

/** The imports that lead nowhere, by what they name, the most frequent first. */
export function unresolvedLines({ unresolved }: Report, { colors }: Look): readonly string[] {
  if (unresolved.length === 0) return [];
  const groups = groupBySpecifier(unresolved);
  const width = String(groups[0]?.length ?? 0).length;
  const rows = groups.map(([first, ...others]) => {
    const times = `${String(others.length + 1).padStart(width)} ×`;
    return `${times} ${first.specifier}  ${colors.dim(`${others.length > 0 ? "first " : ""}${at(first)}`)}`;
  });
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

/** Configuration by its file, since `package.json` also stands for what belongs to it. */
function nameOf({ form, file }: Report["opaque"][number]): string {
  const isConfiguration = form === "package.json" || form === "tsconfig";
  return isConfiguration ? basename(file) : form;
}

type Group = readonly [PlacedImport, ...PlacedImport[]];

function groupBySpecifier(imports: readonly PlacedImport[]): readonly Group[] {
  const groups = new Map<string, [PlacedImport, ...PlacedImport[]]>();
  for (const found of imports) {
    const group = groups.get(found.specifier);
    if (group) group.push(found);
    else groups.set(found.specifier, [found]);
  }
  return [...groups.values()].sort(
    (a, b) => b.length - a.length || compareText(a[0].specifier, b[0].specifier),
  );
}

function firstOf(rows: readonly string[]): readonly string[] {
  const more = rows.length - shownFirst;
  const shown = rows.slice(0, more > 1 ? shownFirst : rows.length).map((row) => `  ${row}`);
  return more > 1 ? [...shown, `  … and ${String(more)} more`] : shown;
}

function command(words: string, colors: Look["colors"]): string {
  return colors.cyan(`\`${toolName} ${words}\``);
}

function at({ file, line, column }: PlacedImport | Report["opaque"][number]): string {
  return `${file}:${String(line)}:${String(column)}`;
}
