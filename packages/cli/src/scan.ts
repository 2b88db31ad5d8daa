import type { DomainMap } from "@domain-isolation/model";
import {
  createModuleGraph,
  createReadings,
  type ModuleGraph,
} from "@domain-isolation/module-graph";
import {
  plainLooks,
  witnessed,
  type Looks,
  type Witness,
} from "@domain-isolation/module-graph/looks";
import { scanProject, type Project, type TypeMode } from "@domain-isolation/scanner";
import { CannotRun } from "./exit.js";
import { createProgress } from "./progress.js";
import type { World } from "./world.js";

export interface Scan {
  readonly graph: ModuleGraph;
  readonly project: Project;
}

/**
 * Reads the whole project below a root, and shows how far it is.
 *
 * @param witness told of every look at the disk
 * @param looks how the disk is looked at
 * @throws {CannotRun} where types are demanded, and can't be read.
 */
export async function scan(
  world: World,
  root: string,
  map: DomainMap | null,
  types: TypeMode,
  witness: Witness | null = null,
  looks: Looks = plainLooks,
): Promise<Scan> {
  const progress = createProgress(world);
  try {
    const graph = createModuleGraph(root, createReadings(witnessed(looks, witness)));
    const schemaDiff =
      map && hasMigrations(map) ? await import("@domain-isolation/schema-diff") : null;
    const onProgress = progress.update;
    const project = scanProject(graph, { map, types, schemaDiff, witness, onProgress });
    if (types === "on") demandTypes(project);
    return { graph, project };
  } finally {
    progress.clear();
  }
}

function hasMigrations({ source: { domains } }: DomainMap): boolean {
  return Object.values(domains).some(({ migrations = [] }) => migrations.length > 0);
}

function demandTypes({ types, files }: Project): void {
  const obstacle = types.obstacle(files);
  if (obstacle === null) return;
  throw new CannotRun(
    `--types on: types can't be read, ${obstacle}; install the packages, or leave it at auto`,
  );
}
