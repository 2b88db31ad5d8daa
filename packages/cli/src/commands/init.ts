import { basename, dirname, join } from "node:path";
import { findConfig, loadConfig } from "@domain-isolation/config";
import {
  findDomains,
  proposeMap,
  renderConfig,
  toMapSource,
  type MapProposal,
} from "@domain-isolation/map-proposal";
import { rules } from "@domain-isolation/rules";
import type { InitFlags } from "../arguments/adoption-commands.js";
import { colorsFor } from "../colors.js";
import { CannotRun, exitCodes, type ExitCode } from "../exit.js";
import { collectFacts } from "../init/collect-facts.js";
import { editCandidates } from "../init/edit-candidates.js";
import { findRunner } from "../init/find-runner.js";
import { planCi } from "../init/plan-ci.js";
import { planEslint } from "../init/plan-eslint.js";
import { planHook } from "../init/plan-hook.js";
import type { PlannedFile, Surroundings } from "../init/planned-file.js";
import { summaryLines } from "../init/summary-lines.js";
import { writePlans } from "../init/write-plans.js";
import { orInvalidConfig } from "../invalid-config.js";
import { checkMap } from "../load-map.js";
import { locateProject } from "../locate-project.js";
import { scan, type Scan } from "../scan.js";
import type { World } from "../world.js";

/**
 * Proposes a domain map and writes it, with what the repository needs to check it. What is there
 * already stays, the map too unless `--force` is given.
 *
 * @throws {CannotRun} where nobody can be asked and nothing says not to ask, and where nothing in the
 * repository speaks for any domain.
 */
export async function init(world: World, flags: InitFlags): Promise<ExitCode> {
  demandAnswers(world, flags);
  const { root } = locateProject(world.cwd, { root: flags.root ?? "." });
  const existing = orInvalidConfig(world.cwd, () => findConfig(root));
  const here = existing !== null && dirname(existing) === root ? basename(existing) : null;
  const scanned = await scan(world, root, null, "off");
  const path = here ?? newName(scanned);
  if (flags.dryRun === true) {
    await world.stdout.write(textOf(await propose(scanned, null), path));
    return exitCodes.clean;
  }
  const dialogue = flags.yes === true ? null : world.openDialogue;
  const keeps = here !== null && flags.force !== true;
  const proposal = keeps ? null : await propose(scanned, dialogue);
  const plans = [proposal ? newMap(proposal, path) : keptMap(path), ...plansFor(scanned)];
  const chosen = await writePlans(root, plans, dialogue);
  if (chosen.some((plan) => plan.path === path && plan.text !== null)) {
    prove(world, join(root, path), scanned);
  }
  const colors = colorsFor(world, world.stdout, true);
  const runner = findRunner(new Set(scanned.project.allFiles));
  await world.stdout.write(`${summaryLines(proposal, chosen, runner, colors).join("\n")}\n`);
  return exitCodes.clean;
}

function demandAnswers({ openDialogue }: World, { yes, dryRun }: InitFlags): void {
  if (openDialogue || yes === true || dryRun === true) return;
  throw new CannotRun(
    "init asks what to write, and there is no terminal to ask on; add --yes to take the proposal as it is, or --dry-run to see it",
  );
}

async function propose(
  scanned: Scan,
  openDialogue: World["openDialogue"] | null,
): Promise<MapProposal> {
  const facts = collectFacts(scanned, await import("@domain-isolation/schema-diff"));
  const found = findDomains(facts);
  if (found.domainOf.size === 0) {
    throw new CannotRun(
      "nothing here speaks for a domain: no folders, files or tables that share names of the business; write domain-isolation.config.ts by hand",
    );
  }
  const edited = openDialogue ? await editCandidates(found, facts, await openDialogue()) : found;
  return proposeMap(facts, edited);
}

/** TypeScript where the repository has any: an editor then marks a misspelt domain. */
function newName({ project }: Scan): string {
  const hasTypes = project.files.some((file) => /\.[cm]?tsx?$/u.test(file));
  return `domain-isolation.config.${hasTypes ? "ts" : "json"}`;
}

function keptMap(path: string): PlannedFile {
  return { path, text: null, note: "is there already; --force writes it anew", snippet: null };
}

function newMap(proposal: MapProposal, path: string): PlannedFile {
  const note = "the domain map, with what speaks for each domain";
  return { path, text: textOf(proposal, path), note, snippet: null };
}

function textOf(proposal: MapProposal, path: string): string {
  return path.endsWith(".json")
    ? `${JSON.stringify(toMapSource(proposal), null, 2)}\n`
    : renderConfig(proposal);
}

function plansFor({ graph, project }: Scan): readonly PlannedFile[] {
  const files = new Set(project.allFiles);
  const around: Surroundings = {
    files,
    text: (file) => graph.text(file),
    runner: findRunner(files),
  };
  return [...planEslint(around), ...planHook(around), ...planCi(around)];
}

/** What was written is read as every later run will read it. */
function prove(world: World, path: string, { project }: Scan): void {
  const config = orInvalidConfig(world.cwd, () => loadConfig(path, rules));
  checkMap(config, project.allFiles, world.cwd);
}
