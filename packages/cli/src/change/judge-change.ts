import { realpathSync } from "node:fs";
import { loadBaseline, type LoadedConfig } from "@domain-isolation/config";
import { judgeProject, settle, type Evaluation, type Finding } from "@domain-isolation/model";
import {
  changedLooks,
  plainLooks,
  type Changes,
  type Looks,
} from "@domain-isolation/module-graph/looks";
import type { Project } from "@domain-isolation/scanner";
import { booksOf } from "../books-of.js";
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

type Settings = Omit<Evaluation, "map" | "baseline"> & {
  readonly types: Parameters<typeof scan>[3];
  readonly useBaseline: boolean;
};

/** The state before is read only where the state after has something new. */
export async function judgeChange(
  world: World,
  root: string,
  config: LoadedConfig,
  change: Change,
  { types, useBaseline, ...settings }: Settings,
): Promise<ChangeVerdict> {
  const realRoot = realpathSync(root);
  const stateAt = async (changes: Changes) => {
    const own = mapAt(config, realRoot, changes, world.cwd);
    // Who adopts this tool has the map before git knows it.
    const map = own ?? (changes === change.after ? config.map : null);
    if (!map) return null;
    const looks = changedLooks(plainLooks, realRoot, changes);
    const { project } = await scan(world, root, map, types, null, looks);
    const evaluation = { ...settings, map };
    const judged = project.types.settle(() => judgeProject(evaluation, project));
    return { looks, project, evaluation, state: { judged, books: booksOf(project) } };
  };
  const after = await stateAt(change.after);
  if (!after) throw new Error("there is no map after the change");
  const { project, looks, state, evaluation } = after;
  if (evaluation.map === config.map) checkMap(config, project.allFiles, world.cwd);
  const baseline = useBaseline
    ? orInvalidConfig(world.cwd, () => loadBaseline(realRoot, looks.text))
    : null;
  const { findings } = settle({ ...evaluation, baseline }, state.judged, state.books);
  const before = findings.some(({ status }) => status === "new")
    ? await stateAt(change.before)
    : null;
  const then: JudgedState = before?.state ?? nothing;
  return { project, looks, findings: addedFindings(evaluation, findings, then, state) };
}

const nothing: JudgedState = {
  judged: [],
  books: { allowances: [], files: { has: () => false, sketch: () => "" } },
};
