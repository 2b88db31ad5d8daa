import type { DomainMap } from "@domain-isolation/model";
import { createModuleGraph, type ModuleGraph } from "@domain-isolation/module-graph";
import { scanProject, type Project } from "@domain-isolation/scanner";
import { createProgress } from "./progress.js";
import type { World } from "./world.js";

export interface Scan {
  readonly graph: ModuleGraph;
  readonly project: Project;
}

/** Reads the whole project below a root, and shows how far it is. */
export function scan(world: World, root: string, map: DomainMap | null): Scan {
  const progress = createProgress(world);
  try {
    const graph = createModuleGraph(root);
    return { graph, project: scanProject(graph, { map, onProgress: progress.update }) };
  } finally {
    progress.clear();
  }
}
