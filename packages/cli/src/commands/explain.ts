import { loadBaseline } from "@domain-isolation/config";
import {
  claimsOf,
  createLocator,
  judgeProject,
  settle,
  type DomainMap,
} from "@domain-isolation/model";
import { rules } from "@domain-isolation/rules";
import type { Invocation } from "../arguments.js";
import { booksOf } from "../books-of.js";
import { readLevels, readTypeMode } from "../check-options.js";
import { colorsFor } from "../colors.js";
import { exitCodes, type ExitCode } from "../exit.js";
import { explainFile, explainSpecifier } from "../explain/explain-file.js";
import { explainLine } from "../explain/explain-line.js";
import { explainName } from "../explain/explain-name.js";
import { mapPlace, type Ground } from "../explain/explanation.js";
import { readTarget, type Target } from "../explain/read-target.js";
import { orInvalidConfig } from "../invalid-config.js";
import { loadMap } from "../load-map.js";
import { locateProject } from "../locate-project.js";
import { scan, type Scan } from "../scan.js";
import { toRelative } from "../selection.js";
import type { World } from "../world.js";

type ExplainInvocation = Extract<Invocation, { command: "explain" }>;

/** Says whose a file, table or variable is and why, what an import leads to, how a finding stands. */
export async function explain(world: World, invocation: ExplainInvocation): Promise<ExitCode> {
  const { flags, subject, specifier } = invocation;
  const types = readTypeMode(flags.types);
  readLevels(flags.rule, Object.keys(rules));
  const place = locateProject(world.cwd, flags);
  const { map } = loadMap(place, world.cwd, rules);
  const target = readTarget(subject, specifier, world.cwd);
  const scanned = await scan(world, place.root, map, types);
  const lines = scanned.project.types.settle(() =>
    explanation(world, groundOf(world, map, scanned, flags), target),
  );
  await world.stdout.write(`${lines.join("\n").trimEnd()}\n`);
  return exitCodes.clean;
}

function groundOf(
  world: World,
  map: DomainMap,
  { project, graph }: Scan,
  flags: ExplainInvocation["flags"],
): Ground {
  const levels = readLevels(flags.rule, Object.keys(rules));
  const baseline = flags.baseline
    ? orInvalidConfig(world.cwd, () => loadBaseline(project.root))
    : null;
  const evaluation = { map, rules, levels, today: world.today, baseline };
  const judged = judgeProject(evaluation, project);
  const { findings, answers } = settle(evaluation, judged, booksOf(project));
  const colors = colorsFor(world, world.stdout, flags.color);
  return { map, graph, project, found: findings, judged, answers, baseline, levels, colors };
}

function explanation(world: World, ground: Ground, target: Target): readonly string[] {
  if (target.kind !== "file") return explainName(ground, target);
  const { pointer, specifier } = target;
  const { project } = ground;
  const file = toRelative(pointer.path, world.cwd, project.root);
  const unread = whyUnread(ground, file);
  if (unread !== null) return [`${file} is not read: ${unread}`];
  const findings = ground.found.filter((finding) => finding.file === file);
  const locate = createLocator(project.text(file));
  const subject = { ...ground, file, findings, locate };
  if (specifier !== undefined) return explainSpecifier(subject, specifier);
  if (pointer.line === null) return explainFile(subject);
  return explainLine(subject, pointer.line, pointer.column);
}

function whyUnread({ map, project }: Ground, file: string): string | null {
  const { files, schemas, migrations } = project;
  if ([files, schemas, migrations].some((read) => read.includes(file))) return null;
  const claim = claimsOf(null, map.source.ignore, ["ignore"]).find(({ compiled }) =>
    compiled.matches(file),
  );
  if (claim) return `\`${claim.pattern}\` ignores it (${mapPlace({ map }, claim.path)})`;
  if (!project.allFiles.includes(file)) return "git ignores it";
  return "it is no source file, schema or migration that the map names";
}
