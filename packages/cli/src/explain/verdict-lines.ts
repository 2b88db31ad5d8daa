import type { Finding } from "@domain-isolation/model";
import { placer } from "../place-all.js";
import type { Ground } from "./explanation.js";

const shownFindings = 5;
const shownWays = 6;

/** Findings in a line each, with the fingerprint by which each can be asked for. */
export function listFindings(ground: Ground, findings: readonly Finding[]): readonly string[] {
  const { colors, project } = ground;
  const locate = placer((file) => project.text(file));
  const shown = findings.slice(0, shownFindings).map((finding) => {
    const { file, span, ruleId, severity, status, fingerprint } = finding;
    const { line, column } = locate(file, span);
    const word = (status === "new" ? severity : status).padEnd(6);
    const place = `${file}:${String(line)}:${String(column)}`;
    return `    ${word}  ${ruleId}  ${place}  ${colors.dim(fingerprint)}`;
  });
  const left = findings.length - shown.length;
  return left > 0 ? [...shown, `    and ${String(left)} more`] : shown;
}

/** What would be legal instead, where something isn't. */
export function waysLines({ colors }: Ground, ways: readonly string[]): readonly string[] {
  if (ways.length === 0) return [];
  const left = ways.length - shownWays;
  return [
    "",
    `  ${colors.cyan("what would be legal")}`,
    ...ways.slice(0, shownWays).map((way) => `    ${way}`),
    ...(left > 0 ? [`    and ${String(left)} more ways: ask for one of the findings`] : []),
  ];
}
