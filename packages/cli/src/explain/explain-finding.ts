import type { Finding } from "@domain-isolation/model";
import { CannotRun } from "../exit.js";
import { placer } from "../place-all.js";
import { createExcerpts } from "../pretty/excerpts.js";
import { findingBlock } from "../pretty/finding-block.js";
import type { Ground } from "./explanation.js";
import { standingLines } from "./standing.js";

const shortest = 6;
const width = 100;

/** Whether a word may be a fingerprint, or the beginning of one. */
export function looksLikeFingerprint(word: string): boolean {
  return word.length >= shortest && /^[0-9a-f]{1,16}$/u.test(word);
}

/**
 * The finding of which a fingerprint begins like that, or null.
 *
 * @throws {CannotRun} when several do.
 */
export function findByFingerprint({ found }: Ground, start: string): Finding | null {
  const fitting = found.filter(({ fingerprint }) => fingerprint.startsWith(start));
  if (fitting.length <= 1) return fitting[0] ?? null;
  const all = fitting.map(({ fingerprint }) => fingerprint).slice(0, 5);
  throw new CannotRun(`several findings begin with ${start}: ${all.join(", ")}; write one in full`);
}

/** A finding as `check` shows it, how it stands and why, and what would make it go away. */
export function explainFinding(ground: Ground, finding: Finding): readonly string[] {
  const { project, colors } = ground;
  const text = (file: string) => project.text(file);
  const placed = { ...finding, ...placer(text)(finding.file, finding.span) };
  const look = { colors, width, quiet: false };
  return [
    findingBlock(placed, createExcerpts(text), look).trimEnd(),
    "",
    `  ${colors.cyan("how it stands")}`,
    ...standingLines(ground, finding).map((line) => `    ${line}`),
    "",
    `  ${colors.cyan("what would make it go away")}`,
    ...remedies(finding).map((line) => `    ${line}`),
    "",
    `  ${colors.cyan("fingerprint")}`,
    `    ${finding.fingerprint}`,
  ];
}

function remedies({ ruleId, help, status, file }: Finding): readonly string[] {
  const exempt = `${commentFor(file, ruleId)} on the line above, or in \`exemptions\` of the map`;
  return [
    `repair      ${help ?? `see rules/${ruleId}/rule.md: what it calls right`}`,
    ...(status === "exempt" ? [] : [`for a time  ${exempt}`]),
    ...(status === "new"
      ? ["at first    `--update-baseline --allow-growth` records it, with all else that is new"]
      : []),
  ];
}

/** In the language of the file. */
function commentFor(file: string, ruleId: string): string {
  const mark = file.endsWith(".sql") ? "--" : /\.(?:py|ya?ml)$/u.test(file) ? "#" : "//";
  return `\`${mark} domain-isolation-allow ${ruleId} -- reason (until YYYY-MM-DD)\``;
}
