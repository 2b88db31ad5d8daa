import type { Report } from "../report.js";
import type { Look } from "../reporter.js";
import { plural } from "./plural.js";
import { opaqueLines, undecidedLines, unresolvedLines } from "./unseen-lines.js";

/** The figures of a run, and what it could not see. */
export function summaryBlock(report: Report, look: Look): string {
  const parts = [
    [verdict(report, look)],
    crossings(report, look),
    permitted(report, look),
    unresolvedLines(report, look),
    opaqueLines(report, look),
    undecidedLines(report, look),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function verdict({ summary, findings }: Report, { colors }: Look): string {
  const { errors, warnings, files, reported, exempt, known } = summary;
  const read =
    reported === files
      ? plural(files, "file")
      : `${plural(reported, "file")} (${String(files)} were read)`;
  if (errors + warnings === 0) {
    const nothing = exempt + known === 0 ? "nothing" : "nothing new";
    return `${colors.green("✓")} ${nothing} crosses a boundary in ${read}`;
  }
  const places = new Set(findings.filter(({ status }) => status === "new").map(({ file }) => file));
  const counts = [
    errors > 0 ? colors.red(colors.bold(plural(errors, "error"))) : null,
    warnings > 0 ? colors.yellow(plural(warnings, "warning")) : null,
  ].filter((count) => count !== null);
  return `${counts.join(" and ")} in ${String(places.size)} of ${read}`;
}

/** A line a pair of domains: what is new, and how that compares with the baseline. */
function crossings({ summary }: Report, { colors }: Look): readonly string[] {
  const rows = summary.crossings
    .map((pair) => ({ ...pair, fresh: pair.errors + pair.warnings }))
    .filter(({ fresh, gone }) => fresh + gone > 0)
    .map(({ from, to, fresh, known, gone }) => ({
      pair: `${from} → ${to}`,
      count: String(fresh),
      rest: besides(known, gone),
    }));
  const pairWidth = Math.max(...rows.map(({ pair }) => pair.length));
  const countWidth = Math.max(...rows.map(({ count }) => count.length));
  return rows.map(({ pair, count, rest }) => {
    const line = `  ${pair.padEnd(pairWidth)}  ${count.padStart(countWidth)}`;
    return rest === "" ? line : `${line} new${colors.dim(`, ${rest}`)}`;
  });
}

function besides(known: number, gone: number): string {
  return [known > 0 ? `${String(known)} known` : "", gone > 0 ? `${String(gone)} gone` : ""]
    .filter((part) => part !== "")
    .join(", ");
}

function permitted(
  { summary: { exempt, known, gone } }: Report,
  { colors }: Look,
): readonly string[] {
  const parts = [
    exempt > 0 ? `${plural(exempt, "finding")} exempt` : null,
    known > 0 ? `${plural(known, "finding")} known from the baseline` : null,
    gone > 0 ? `${String(gone)} of it gone` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? [] : [colors.dim(parts.join(", "))];
}
