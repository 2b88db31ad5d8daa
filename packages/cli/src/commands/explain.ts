import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { claimsOf, createLocator, evaluateProject, type DomainMap } from "@domain-isolation/model";
import { rules } from "@domain-isolation/rules";
import type { Invocation } from "../arguments.js";
import { readLevels, readTypeMode } from "../check-options.js";
import { colorsFor } from "../colors.js";
import { CannotRun, exitCodes, type ExitCode } from "../exit.js";
import { explainImport, explainResolution } from "../explain/explain-import.js";
import { explainOwner } from "../explain/explain-owner.js";
import { mapPlace, type Subject } from "../explain/explanation.js";
import { groupImports, importLines } from "../explain/import-verdict.js";
import { importsAt, readPointer, type Pointer } from "../explain/pick-imports.js";
import { loadMap } from "../load-map.js";
import { locateProject } from "../locate-project.js";
import { plural } from "../pretty/plural.js";
import { scan, type Scan } from "../scan.js";
import { toRelative } from "../selection.js";
import type { World } from "../world.js";

type ExplainInvocation = Extract<Invocation, { command: "explain" }>;

/** Says which domain a file has and why, and what becomes of its imports. */
export async function explain(world: World, invocation: ExplainInvocation): Promise<ExitCode> {
  const { flags } = invocation;
  const levels = readLevels(flags.rule, Object.keys(rules));
  const types = readTypeMode(flags.types);
  const place = locateProject(world.cwd, flags);
  const { map } = loadMap(place, world.cwd, rules);
  const pointer = pointerTo(invocation.subject, world.cwd);
  const scanned = await scan(world, place.root, map, types);
  const { project, graph } = scanned;
  const file = toRelative(pointer.path, world.cwd, project.root);
  const unread = whyUnread(map, scanned, file);
  const lines =
    unread !== null
      ? [`${file} is not read: ${unread}`]
      : explanation(invocation, pointer, {
          file,
          map,
          graph,
          project,
          findings: project.types
            .settle(() => evaluateProject({ map, rules, levels, today: world.today }, project))
            .filter((finding) => finding.file === file),
          colors: colorsFor(world, world.stdout, flags.color),
          locate: createLocator(project.text(file)),
        });
  await world.stdout.write(`${lines.join("\n").trimEnd()}\n`);
  return exitCodes.clean;
}

/** A file whose own name ends like `:12` is meant as it is written. */
function pointerTo(subject: string, cwd: string): Pointer {
  const pointer = existsSync(resolve(cwd, subject))
    ? { path: subject, line: null, column: null }
    : readPointer(subject);
  if (statSync(resolve(cwd, pointer.path), { throwIfNoEntry: false })?.isDirectory()) {
    throw new CannotRun(`\`${pointer.path}\` is a folder; explain takes a file`);
  }
  return pointer;
}

function whyUnread(map: DomainMap, { project }: Scan, file: string): string | null {
  if (project.files.includes(file)) return null;
  const claim = claimsOf(null, map.source.ignore, ["ignore"]).find(({ compiled }) =>
    compiled.matches(file),
  );
  if (claim) return `\`${claim.pattern}\` ignores it (${mapPlace({ map }, claim.path)})`;
  return project.allFiles.includes(file) ? "it is no source file" : "git ignores it";
}

function explanation(
  { specifier }: ExplainInvocation,
  { line, column }: Pointer,
  subject: Subject,
): readonly string[] {
  if (specifier !== undefined) return explainSpecifier(subject, specifier);
  if (line === null) return explainFile(subject);
  return groupImports(importsAt(subject, line, column)).flatMap((group) =>
    explainImport(subject, group),
  );
}

function explainSpecifier(subject: Subject, specifier: string): readonly string[] {
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

function explainFile(subject: Subject): readonly string[] {
  const groups = groupImports(subject.project.view(subject.file).imports);
  return [
    subject.colors.bold(subject.file),
    "",
    ...explainOwner(subject),
    "",
    `  ${plural(groups.length, "import")}`,
    ...groups.flatMap((group) => importLines(subject, group)),
  ];
}
