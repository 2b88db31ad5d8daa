import { plural } from "../pretty/plural.js";
import { explainImport, explainResolution } from "./explain-import.js";
import { explainOwner } from "./explain-owner.js";
import type { Subject } from "./explanation.js";
import { findingsOf, groupImports, importLines } from "./import-verdict.js";
import { useLines, type Use } from "./use-lines.js";
import { listFindings } from "./verdict-lines.js";

/** Which domain a file has and why, what it imports, who imports it, and what the rules say. */
export function explainFile(subject: Subject): readonly string[] {
  const { project, file, colors, findings } = subject;
  const { imports } = project.view(file);
  const groups = groupImports(imports);
  const told = new Set(imports.flatMap((fact) => findingsOf(fact, findings)));
  const others = findings.filter((finding) => !told.has(finding));
  return [
    colors.bold(file),
    "",
    ...explainOwner(subject),
    "",
    `  ${plural(groups.length, "import")}`,
    ...groups.flatMap((group) => importLines(subject, group)),
    ...part(subject, "what else it does", dataUses(subject)),
    ...part(subject, "who imports it", importers(subject)),
    ...(others.length > 0
      ? ["", `  ${colors.cyan("what the rules say beside that")}`, ...listFindings(subject, others)]
      : []),
  ];
}

/** One import of a file by its specifier, or what it would come to if the file had it. */
export function explainSpecifier(subject: Subject, specifier: string): readonly string[] {
  const facts = subject.project
    .view(subject.file)
    .imports.filter((fact) => fact.specifier === specifier);
  if (facts.length > 0)
    return groupImports(facts).flatMap((group) => explainImport(subject, group));
  return [
    `${subject.colors.bold(subject.file)} does not import "${specifier}"; if it did:`,
    "",
    ...explainResolution(subject, specifier, "import"),
  ];
}

function part(subject: Subject, title: string, uses: readonly Use[]): readonly string[] {
  if (uses.length === 0) return [];
  return ["", `  ${subject.colors.cyan(title)}`, ...useLines(subject, uses)];
}

function dataUses({ project, file }: Subject): readonly Use[] {
  const { statements, env } = project.data(file);
  const { touches } = project.migration(file);
  return [
    ...statements.flatMap(({ tables }) =>
      tables.map(({ name, access, span }) => ({ file, span, how: `${access}s ${name}` })),
    ),
    ...env.map(({ name, span }) => ({ file, span, how: `reads $${name ?? "?"}` })),
    ...touches.map(({ name, action, span }) => ({ file, span, how: `${action}s ${name}` })),
  ];
}

function importers({ project, file }: Subject): readonly Use[] {
  return project.files.flatMap((other) =>
    project
      .view(other)
      .imports.filter(({ target }) => target === file)
      .map(({ span }) => ({ file: other, span, how: "imports it" })),
  );
}
