import { CannotRun } from "../exit.js";
import { explainFinding } from "./explain-finding.js";
import { explainImport } from "./explain-import.js";
import type { Subject } from "./explanation.js";
import { findingsOf, groupImports } from "./import-verdict.js";
import { dataOn } from "./data-on-line.js";
import { importsAt, type Pointer } from "./pick-imports.js";

/**
 * The imports, tables and variables of a line, and what else was found there.
 *
 * @throws {CannotRun} when nothing stands there.
 */
export function explainLine(
  subject: Subject,
  line: number,
  column: Pointer["column"],
): readonly string[] {
  const { findings, locate } = subject;
  const groups = groupImports(importsAt(subject, line, column));
  const told = new Set(groups.flatMap(([fact]) => findingsOf(fact, findings)));
  const others = findings.filter((finding) => {
    const place = locate(finding.span);
    return place.line <= line && line <= place.endLine && !told.has(finding);
  });
  const data = dataOn(subject, line);
  if (groups.length + others.length + data.length === 0) throw nothingOn(subject, line);
  return [
    ...groups.flatMap((group) => explainImport(subject, group)),
    ...(data.length > 0 ? [...data, ""] : []),
    ...others.flatMap((finding) => [...explainFinding(subject, finding), ""]),
  ];
}

function nothingOn({ project, file, findings, locate }: Subject, line: number): CannotRun {
  const { statements, env } = project.data(file);
  const spans = [
    ...project.view(file).imports.map(({ span }) => span),
    ...statements.flatMap(({ tables }) => tables.map(({ span }) => span)),
    ...[...env, ...findings].map(({ span }) => span),
  ];
  const lines = [...new Set(spans.map((span) => locate(span).line))].sort((a, b) => a - b);
  const known =
    lines.length === 0
      ? "the file has none"
      : `the lines with one are ${lines.slice(0, 10).join(", ")}`;
  return new CannotRun(
    `no import, table, variable or finding stands on line ${String(line)} of \`${file}\`; ${known}`,
  );
}
