import stringWidth from "string-width";
import type { Colors } from "../colors.js";
import { plural } from "../pretty/plural.js";
import { kinds, type CoverageReport, type PatternUse, type Share } from "./coverage-report.js";

const barWidth = 30;
const mostLines = 12;

/** A picture of it for a person: bars, a table by domain, and lists of what is open. */
export function* renderCoverage(report: CoverageReport, colors: Colors): Generator<string> {
  for (const kind of kinds) yield `${bar(kind, report[kind], colors)}\n`;
  yield* block(byPlace(report));
  for (const kind of kinds) yield* block(openLines(kind, report[kind], colors));
  yield* block(uselessLines(report, colors));
  yield* block(idleLines(report, colors));
}

function* block(lines: readonly string[]): Generator<string> {
  if (lines.length > 0) yield `\n${lines.join("\n")}\n`;
}

function bar(kind: string, { covered, total, percent }: Share, colors: Colors): string {
  const filled = Math.floor((percent * barWidth) / 100);
  const paint = percent >= 95 ? colors.green : percent >= 60 ? colors.yellow : colors.red;
  const picture = `${paint("█".repeat(filled))}${colors.dim("░".repeat(barWidth - filled))}`;
  const share = `${String(percent)}%`.padStart(6);
  return `${kind.padEnd(10)}${picture} ${share}  ${String(covered)} of ${String(total)}`;
}

/** A row for each place: what it has, and what can't be seen of it. */
function byPlace(report: CoverageReport): readonly string[] {
  const places = new Set(
    [...kinds.flatMap((kind) => report[kind].places), ...report.unseen].map(({ place }) => place),
  );
  const head = ["", ...kinds, "unresolved", "opaque"];
  const rows = [...places].sort().map((place) => {
    const unseen = report.unseen.find((each) => each.place === place);
    const opaque = unseen ? `${String(unseen.opaque)} of ${String(unseen.statements)}` : "";
    const counts = kinds.map(
      (kind) => report[kind].places.find((each) => each.place === place)?.count ?? 0,
    );
    return [
      place,
      ...[...counts, unseen?.unresolved ?? 0].map((count) => (count === 0 ? "" : String(count))),
      unseen?.opaque === 0 ? "" : opaque,
    ];
  });
  return columns([head, ...rows]);
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => stringWidth(row[index] ?? ""))),
  );
  const cell = (text: string, index: number) => {
    const space = " ".repeat((widths[index] ?? 0) - stringWidth(text));
    return index === 0 ? text + space : space + text;
  };
  return rows.map((row) => `  ${row.map(cell).join("  ")}`.trimEnd());
}

function openLines(kind: string, { open }: Share, colors: Colors): readonly string[] {
  if (open.length === 0) return [];
  const title = colors.bold(`${plural(open.length, kind.slice(0, -1))} of nobody`);
  if (kind === "files") return [title, ...folderLines(open.map(({ name }) => name))];
  return [title, ...shortened(open.map(({ name, reason }) => `${name}: ${reason}`))];
}

/** Files by their folders, the fullest first. */
function folderLines(files: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = file.split("/").slice(0, -1).slice(0, 3).join("/") || ".";
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return shortened(sorted.map(([folder, count]) => `${folder}: ${plural(count, "file")}`));
}

function uselessLines({ patterns }: CoverageReport, colors: Colors): readonly string[] {
  const useless = patterns.filter(({ kept }) => kept === 0);
  if (useless.length === 0) return [];
  const title = colors.bold("entries of the map that are good for nothing");
  return [title, ...shortened(useless.map(describePattern))];
}

function describePattern({ pattern, key, place, matched }: PatternUse): string {
  const why =
    matched === 0
      ? "matches nothing"
      : "all that it matches is claimed by more specific entries of others";
  return `${pattern} (${place ?? key}): ${why}`;
}

function idleLines({ rules }: CoverageReport, colors: Colors): readonly string[] {
  const idle = rules.filter(({ isIdle }) => isIdle);
  if (idle.length === 0) return [];
  const title = colors.bold(
    "rules that judged nothing: what they look at is not here, or not in the map",
  );
  return [title, ...idle.map(({ rule }) => `  ${rule}`)];
}

function shortened(lines: readonly string[]): readonly string[] {
  const rest = lines.length - mostLines;
  const shown = lines.slice(0, mostLines).map((line) => `  ${line}`);
  return rest > 0 ? [...shown, `  and ${String(rest)} more: --format json has all`] : shown;
}
