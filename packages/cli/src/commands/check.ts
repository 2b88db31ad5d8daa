import { relative, resolve, sep } from "node:path";
import { loadBaseline } from "@domain-isolation/config";
import { judgeProject, settle, type Evaluation, type Settled } from "@domain-isolation/model";
import { rules } from "@domain-isolation/rules";
import type { Project } from "@domain-isolation/scanner";
import type { CheckFlags, Invocation } from "../arguments.js";
import { refuseInCi, updateBaseline } from "../baseline/update-baseline.js";
import { booksOf } from "../books-of.js";
import { readFormats, readLevels, readTypeMode, type OutputChoice } from "../check-options.js";
import { colorsFor } from "../colors.js";
import { CannotRun, exitCodes, type ExitCode } from "../exit.js";
import { formatNames, loadReporter } from "../formats.js";
import { orInvalidConfig } from "../invalid-config.js";
import { checkMap, loadMap } from "../load-map.js";
import { locateProject } from "../locate-project.js";
import { createReport, type Report, type ReportSource } from "../report.js";
import { scan } from "../scan.js";
import { selectFiles, type Selection } from "../selection.js";
import { writeChunks, writeFileChunks } from "../write-chunks.js";
import type { Output, World } from "../world.js";

type CheckInvocation = Extract<Invocation, { command: "check" }>;

const widthOfAFile = 120;

/** What `--history` means to the rules. */
const undone = { "no-cross-domain-foreign-key": { history: "report" } };

/** The whole-repository check: reads everything, judges it, reports what the paths ask about. */
export async function check(
  world: World,
  toolVersion: string,
  { paths, flags }: CheckInvocation,
): Promise<ExitCode> {
  refuseOddBaseline(world, paths, flags);
  const types = readTypeMode(flags.types);
  const outputs = readFormats(flags, formatNames());
  const levels = readLevels(flags.rule, Object.keys(rules));
  const place = locateProject(world.cwd, flags);
  const config = loadMap(place, world.cwd, rules);
  const baseline = flags.baseline
    ? orInvalidConfig(world.cwd, () => loadBaseline(place.root))
    : null;
  const { map } = config;
  const { project } = await scan(world, place.root, map, types);
  checkMap(config, project.allFiles, world.cwd);
  const selection = selectFiles(paths, { cwd: world.cwd, ...project, files: judgedFiles(project) });
  const options = flags.history ? undone : {};
  const evaluation = { map, rules, levels, options, today: world.today, baseline };
  const settled = await judge(world, evaluation, project, flags);
  const report = reportOf(world, project, selection, settled, {
    toolVersion,
    rules,
    errorsOnly: flags.quiet === true,
  });
  for (const output of outputs) await write(world, report, output, flags);
  return report.summary.errors > 0 ? exitCodes.findings : exitCodes.clean;
}

function refuseOddBaseline(
  world: World,
  paths: readonly string[],
  { baseline, updateBaseline, allowGrowth }: CheckFlags,
): void {
  if (allowGrowth && !updateBaseline) {
    throw new CannotRun("--allow-growth says how --update-baseline works; give both");
  }
  if (!updateBaseline) return;
  if (!baseline) throw new CannotRun("--update-baseline and --no-baseline contradict each other");
  if (paths.length > 0) {
    throw new CannotRun("--update-baseline is about the whole repository; leave out the paths");
  }
  refuseInCi(world);
}

/** What is found, and how it stands; after the baseline has been written, where that is asked. */
async function judge(
  world: World,
  evaluation: Evaluation,
  project: Project,
  flags: CheckFlags,
): Promise<Settled> {
  const judged = project.types.settle(() => judgeProject(evaluation, project));
  const books = booksOf(project);
  const settled = settle(evaluation, judged, books);
  if (!flags.updateBaseline) return settled;
  const before = evaluation.baseline ?? null;
  const allowGrowth = flags.allowGrowth === true;
  const { baseline, said } = updateBaseline(project.root, before, settled, books, allowGrowth);
  await world.stderr.write(`${said}\n`);
  return settle({ ...evaluation, baseline }, judged, books);
}

/** Sources, schemas, and migrations that are no sources. */
function judgedFiles({ files, schemas, migrations }: Project): readonly string[] {
  return [...files, ...schemas, ...migrations];
}

function reportOf(
  { env }: World,
  project: Project,
  selection: Selection,
  { findings, baseline }: Settled,
  rest: Pick<ReportSource, "toolVersion" | "rules" | "errorsOnly">,
): Report {
  return createReport({
    ...rest,
    findings: findings.filter(({ file }) => selection(file)),
    stale: (baseline?.stale ?? []).filter(({ entry }) => selection(entry.file)),
    unresolved: project.unresolved.filter(({ file }) => selection(file)),
    opaque: project.opaque.filter(({ file }) => selection(file)),
    undecided: project.types.undecided().filter(({ file }) => selection(file)),
    files: judgedFiles(project).length,
    reported: judgedFiles(project).filter(selection).length,
    facts: project.factCount,
    checkoutPrefix: prefixOf(env.GITHUB_WORKSPACE, project.root),
    text: (file) => project.text(file),
  });
}

/** Annotations name files from the root of the checkout, which may lie above ours. */
function prefixOf(checkout: string | undefined, root: string): string {
  if (!checkout) return "";
  const inside = relative(resolve(checkout), root).split(sep).join("/");
  return inside === "" || inside.startsWith("..") ? "" : `${inside}/`;
}

async function write(
  world: World,
  report: Report,
  { format, file }: OutputChoice,
  { color, quiet }: CheckInvocation["flags"],
): Promise<void> {
  const reporter = await loadReporter(format);
  const target: Pick<Output, "isTerminal" | "columns"> =
    file === null ? world.stdout : { isTerminal: false, columns: undefined };
  const look = {
    colors: colorsFor(world, target, color && file === null),
    width: target.columns ?? widthOfAFile,
    quiet: quiet === true,
  };
  const chunks = reporter.render(report, look);
  if (file === null) await writeChunks(world.stdout, chunks);
  else writeFileChunks(resolve(world.cwd, file), file, chunks);
}
