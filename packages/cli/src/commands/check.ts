import { realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { plainLooks, readText } from "@domain-isolation/module-graph/looks";
import type { Invocation } from "../arguments.js";
import { refuseOddBaseline } from "../baseline/refuse-odd-baseline.js";
import { readFormats, readTypeMode, type OutputChoice } from "../check-options.js";
import { colorsFor } from "../colors.js";
import { exitCodes, type ExitCode } from "../exit.js";
import { formatNames, loadReporter } from "../formats.js";
import type { Reached } from "../reach-verdict.js";
import type { Verdict } from "../verdict.js";
import { knownVerdict, openCache } from "../known-verdict.js";
import { locateProject, type ProjectPlace } from "../locate-project.js";
import { createReport, type Report, type ReportSource } from "../report.js";
import { selectFiles, type Selection } from "../selection.js";
import { writeChunks, writeFileChunks } from "../write-chunks.js";
import type { Output, World } from "../world.js";

type CheckInvocation = Extract<Invocation, { command: "check" }>;

const widthOfAFile = 120;

/** The whole-repository check: judges everything, and reports what the paths ask about. */
export async function check(
  world: World,
  toolVersion: string,
  { paths, flags }: CheckInvocation,
): Promise<ExitCode> {
  refuseOddBaseline(world, paths, flags);
  readTypeMode(flags.types);
  const outputs = readFormats(flags, formatNames());
  const place = locateProject(world.cwd, flags);
  const { verdict, looks } = await judge(world, place, flags);
  const root = realpathSync(place.root);
  const selection = selectFiles(paths, { cwd: world.cwd, root, files: verdict.files });
  const report = reportOf(world, root, verdict, selection, {
    text: (file) => readText(`${root}/${file}`, looks) ?? "",
    toolVersion,
    errorsOnly: flags.quiet === true,
  });
  for (const output of outputs) await write(world, report, output, flags);
  return report.summary.errors > 0 ? exitCodes.findings : exitCodes.clean;
}

/** The readers and the rules are loaded only where an earlier run doesn't tell what they would say. */
async function judge(
  world: World,
  place: ProjectPlace,
  flags: CheckInvocation["flags"],
): Promise<Reached> {
  const cache = openCache(world, place, flags);
  const known = cache && knownVerdict(cache);
  if (known) return { verdict: known, looks: plainLooks };
  const { reachVerdict } = await import("../reach-verdict.js");
  return reachVerdict(world, place, flags, cache);
}

function reportOf(
  { env }: World,
  root: string,
  verdict: Verdict,
  selection: Selection,
  rest: Pick<ReportSource, "toolVersion" | "errorsOnly" | "text">,
): Report {
  const { rules, findings, unresolved, opaque, undecided, stale, files, facts } = verdict;
  return createReport({
    ...rest,
    rules,
    findings: findings.filter(({ file }) => selection(file)),
    stale: stale.filter(({ entry }) => selection(entry.file)),
    unresolved: unresolved.filter(({ file }) => selection(file)),
    opaque: opaque.filter(({ file }) => selection(file)),
    undecided: undecided.filter(({ file }) => selection(file)),
    files: files.length,
    reported: files.filter(selection).length,
    facts,
    checkoutPrefix: prefixOf(env.GITHUB_WORKSPACE, root),
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
