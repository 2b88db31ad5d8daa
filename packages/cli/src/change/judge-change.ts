import { realpathSync } from "node:fs";
import { loadBaseline, type LoadedConfig } from "@domain-isolation/config";
import {
  judgeProject,
  settle,
  type DomainMap,
  type Evaluation,
  type Finding,
} from "@domain-isolation/model";
import {
  changedLooks,
  plainLooks,
  type Changes,
  type Looks,
} from "@domain-isolation/module-graph/looks";
import type { Project } from "@domain-isolation/scanner";
import { booksOf } from "../books-of.js";
import { CannotRun } from "../exit.js";
import { orInvalidConfig } from "../invalid-config.js";
import { checkMap } from "../load-map.js";
import { scan } from "../scan.js";
import type { World } from "../world.js";
import { addedFindings, type JudgedState } from "./added-findings.js";
import { mapAt } from "./map-at.js";
import type { Change } from "./read-change.js";

/** What a change comes to. */
export interface ChangeVerdict {
  /** The repository after the change. */
  readonly project: Project;
  /** Those findings that the change adds. */
  readonly findings: readonly Finding[];
  /** How the disk looks after the change. */
  readonly looks: Looks;
}

type Settings = Required<Omit<Evaluation, "map" | "baseline">> & {
  readonly types: Parameters<typeof scan>[3];
  readonly useBaseline: boolean;
};

/** The state before is read only where the state after has something new. */
export async function judgeChange(
  world: World,
  root: string,
  config: LoadedConfig,
  change: Change,
  settings: Settings,
): Promise<ChangeVerdict> {
  const realRoot = realpathSync(root);
  const mapIn = (changes: Changes) => mapAt(config, realRoot, changes, world.cwd);
  const looksAt = (changes: Changes) => changedLooks(plainLooks, realRoot, changes);
  // Who adopts this tool has the map before git knows it.
  const map = mapIn(change.after) ?? config.map;
  const looks = looksAt(change.after);
  const { project, evaluation, state } = await judgeState(world, root, map, looks, settings);
  if (map === config.map) checkMap(config, project.allFiles, world.cwd);
  const baseline = settings.useBaseline
    ? orInvalidConfig(world.cwd, () => loadBaseline(realRoot, looks.text))
    : null;
  const { findings } = settle({ ...evaluation, baseline }, state.judged, state.books);
  const isAnyNew = findings.some(({ status }) => status === "new");
  const mapBefore = isAnyNew ? orNone(() => mapIn(change.before)) : null;
  const before = mapBefore
    ? (await judgeState(world, root, mapBefore, looksAt(change.before), settings)).state
    : nothing;
  return { project, looks, findings: addedFindings(evaluation, findings, before, state) };
}

async function judgeState(
  world: World,
  root: string,
  map: DomainMap,
  looks: Looks,
  { types, rules, levels, options, today }: Settings,
) {
  const { project } = await scan(world, root, map, types, null, looks);
  const evaluation = { map, rules, levels, options, today };
  const judged = project.types.settle(() => judgeProject(evaluation, project));
  const state: JudgedState = { judged, books: booksOf(project) };
  return { project, evaluation, state };
}

/** By a map that was invalid nothing was judged, so that all there is counts as new. */
function orNone(map: () => DomainMap | null): DomainMap | null {
  try {
    return map();
  } catch (error) {
    if (error instanceof CannotRun) return null;
    throw error;
  }
}

const nothing: JudgedState = {
  judged: [],
  books: { allowances: [], files: { has: () => false, sketch: () => "" } },
};
