import { isSelfContained, type LoadedConfig } from "@domain-isolation/config";
import { judgeProject, settle, type Evaluation, type Settled } from "@domain-isolation/model";
import { plainLooks, type Looks } from "@domain-isolation/module-graph/looks";
import { rules } from "@domain-isolation/rules";
import type { Project } from "@domain-isolation/scanner";
import type { AnswerCache } from "@domain-isolation/scanner/cache";
import type { CheckFlags } from "./arguments.js";
import { updateBaseline } from "./baseline/update-baseline.js";
import { judgeChange } from "./change/judge-change.js";
import { readChange, type Change } from "./change/read-change.js";
import { booksOf } from "./books-of.js";
import { readLevels, readTypeMode } from "./check-options.js";
import { checkMap, loadMap } from "./load-map.js";
import type { ProjectPlace } from "./locate-project.js";
import { placeAll } from "./place-all.js";
import { scan } from "./scan.js";
import type { Verdict } from "./verdict.js";
import { watchedBaseline, watchedMap } from "./watched-inputs.js";
import type { World } from "./world.js";

/** What `--history` means to the rules. */
const undone = { "no-cross-domain-foreign-key": { history: "report" } };

/** A verdict, and how the disk looked to those who reached it. */
export interface Reached {
  readonly verdict: Verdict;
  readonly looks: Looks;
}

/**
 * Reads everything below the root, and judges it.
 *
 * @param cache is given what was found out. Whatever is read here beside what `scan` reads must be told
 *   to its witness.
 */
export async function reachVerdict(
  world: World,
  place: ProjectPlace,
  flags: CheckFlags,
  cache: AnswerCache | null,
): Promise<Reached> {
  const config = watchedMap(() => loadMap(place, world.cwd, rules), cache);
  const settings = settingsOf(world, flags);
  const change = readChange(place.root, flags);
  if (change) return reachOnChange(world, place, flags, { config, settings, change });
  const { map } = config;
  const baseline = flags.baseline ? watchedBaseline(place, world, cache) : null;
  const types = readTypeMode(flags.types);
  const { project } = await scan(world, place.root, map, types, cache?.witness);
  checkMap(config, project.allFiles, world.cwd);
  const evaluation = { ...settings, map, baseline };
  const verdict = verdictOf(project, await judge(world, evaluation, project, flags));
  if (isSelfContained(config.dependencies)) cache?.keep(project.allFiles, verdict);
  return { verdict, looks: plainLooks };
}

function settingsOf({ today }: World, { rule, history }: CheckFlags) {
  const levels = readLevels(rule, Object.keys(rules));
  return { rules, levels, options: history ? undone : {}, today };
}

interface ChangeToJudge {
  readonly config: LoadedConfig;
  readonly settings: ReturnType<typeof settingsOf>;
  readonly change: Change;
}

async function reachOnChange(
  world: World,
  { root }: ProjectPlace,
  flags: CheckFlags,
  { config, settings, change }: ChangeToJudge,
): Promise<Reached> {
  const types = readTypeMode(flags.types);
  const all = { ...settings, types, useBaseline: flags.baseline };
  const { project, findings, looks } = await judgeChange(world, root, config, change, all);
  const verdict = verdictOf(project, { findings, baseline: null });
  return { verdict: asChange(verdict, change), looks };
}

/**
 * Marks what the change causes in files that it doesn't touch. What could not be seen is told of
 * touched files alone.
 */
function asChange(verdict: Verdict, { touched }: Change): Verdict {
  const isTouched = ({ file }: { readonly file: string }) => touched.has(file);
  return {
    ...verdict,
    findings: verdict.findings.map((finding) =>
      isTouched(finding) ? finding : { ...finding, causedByChange: true },
    ),
    unresolved: verdict.unresolved.filter(isTouched),
    opaque: verdict.opaque.filter(isTouched),
    undecided: verdict.undecided.filter(isTouched),
  };
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

function verdictOf(
  project: Project,
  { findings, baseline }: Pick<Settled, "findings" | "baseline">,
): Verdict {
  const { unresolved, opaque, types, files, schemas, migrations } = project;
  const found = { findings, unresolved, opaque, undecided: types.undecided() };
  return {
    ...placeAll(found, (file) => project.text(file)),
    rules: Object.fromEntries(
      Object.entries(rules).map(([id, { description, level, options, messages }]) => {
        return [id, { description, level, ...(options ? { options } : {}), messages }];
      }),
    ),
    stale: baseline?.stale ?? [],
    files: [...files, ...schemas, ...migrations],
    facts: project.factCount,
  };
}
