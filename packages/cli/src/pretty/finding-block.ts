import stringWidth from "string-width";
import { chainOf } from "../chain-of.js";
import type { PlacedFinding } from "../report.js";
import type { Look } from "../reporter.js";
import { codeFrame } from "./code-frame.js";
import type { Excerpts } from "./excerpts.js";

/** One finding: where, what is wrong, the code, why, and what to do instead. */
export function findingBlock(finding: PlacedFinding, excerpts: Excerpts, look: Look): string {
  const lines = [
    heading(finding, look),
    `  ${finding.message}`,
    ...(isPlaceless(finding) ? [] : ["", ...codeFrame(excerpts(finding.file), finding, look)]),
    ...notes(finding, look),
  ];
  return `${lines.join("\n")}\n\n`;
}

export function heading(
  { file, line, column, severity, ruleId }: PlacedFinding,
  { colors }: Pick<Look, "colors">,
): string {
  const level = severity === "error" ? colors.red(colors.bold("error")) : colors.yellow("warn");
  const place = `${colors.bold(file)}${colors.dim(`:${String(line)}:${String(column)}`)}`;
  return `${place}  ${level}  ${colors.dim(ruleId)}`;
}

/** A finding about a file as a whole has nothing to show of its text. */
function isPlaceless({ line, column, endLine, endColumn }: PlacedFinding): boolean {
  return line === endLine && column === endColumn;
}

const elsewhere = "the change causes this in a file that it leaves as it is";

function notes(finding: PlacedFinding, look: Look): readonly string[] {
  const { why, help, causedByChange } = finding;
  const way = isTold(finding, look) ? null : chainOf(finding);
  const note = (label: string, text: string) => `  ${look.colors.cyan(label.padEnd(4))}  ${text}`;
  return [
    ...(why === null ? [] : [note("why", why)]),
    ...(way === null ? [] : [note("path", chain(way, 8, look.width))]),
    ...(help === null ? [] : [note("help", help)]),
    ...(causedByChange === true ? [note("note", elsewhere)] : []),
  ];
}

/** Whether the message has the way in it, and can be read at a glance. */
function isTold({ message, data }: PlacedFinding, { width }: Look): boolean {
  const steps = data.chain ?? data.path;
  const isWhole = typeof steps === "object" && message.includes(steps.join(" → "));
  return isWhole && fits(message, width);
}

/** On one line if it fits, else a step a line. */
function chain(steps: readonly string[], indent: number, width: number): string {
  const line = steps.join(" → ");
  return fits(line, width - indent) ? line : withoutMiddle(steps).join(`\n${" ".repeat(indent)}→ `);
}

const longestChain = 40;

function withoutMiddle(steps: readonly string[]): readonly string[] {
  if (steps.length <= longestChain) return steps;
  const end = longestChain / 2;
  const left = `… ${String(steps.length - longestChain)} more, all of them with --format json …`;
  return [...steps.slice(0, end), left, ...steps.slice(-end)];
}

/** The width of a text takes time that grows with its square, so that of a long one is not asked. */
function fits(text: string, width: number): boolean {
  return text.length <= 4 * width && stringWidth(text) <= width;
}
