import { dirname, join } from "node:path";
import {
  baselineName,
  ConfigError,
  findConfig,
  loadBaseline,
  loadConfig,
  type ConfigProblem,
} from "@domain-isolation/config";
import type { Baseline, DomainMap, RuleRegistry } from "@domain-isolation/model";
import {
  createModuleGraph,
  type ModuleGraph,
  type Readings,
  type Shelf,
} from "@domain-isolation/module-graph";

/** A domain map with the modules below its folder. */
export interface OpenProject {
  readonly map: DomainMap;
  readonly graph: ModuleGraph;
  /** What is known of a file, null where nothing is. A file under another name is a new one here. */
  readonly known: (file: string) => Baseline | null;
}

/** A map that can't be used. */
export interface BrokenProject {
  readonly problems: readonly ConfigProblem[];
}

export type Project = OpenProject | BrokenProject;

/** Each map and each graph is opened once, and again when it has changed. */
export interface Projects {
  /** The project of one configuration file, which need not be there. */
  at(configPath: string): Project;
  /** The project whose configuration is next above a folder, or null. */
  above(folder: string): Project | null;
  /** From now on, the graphs hold nothing for certain that they have not looked at. */
  refresh(): void;
}

export function createProjects(rules: RuleRegistry, readings: Readings): Projects {
  const { memory } = readings;
  const graphs = new Map<string, ModuleGraph>();
  const opened: Shelf<Project> = new Map();
  const found: Shelf<Project | null> = new Map();

  const open = (configPath: string): OpenProject => {
    const { map, dependencies } = loadConfig(configPath, rules);
    dependencies.forEach(readings.use);
    const root = dirname(configPath);
    const graph = graphs.get(root) ?? createModuleGraph(root, readings);
    graphs.set(root, graph);
    readings.use(join(root, baselineName));
    return { map, graph, known: knownByFile(loadBaseline(root)) };
  };
  const broken = ({ problems, dependencies }: ConfigError): BrokenProject => {
    dependencies.forEach(readings.use);
    return { problems };
  };
  const at = (configPath: string): Project =>
    memory.remember(opened, configPath, () => orBroken<Project>(() => open(configPath), broken));

  return {
    at,
    above: (folder) =>
      memory.remember(found, folder, () =>
        orBroken(
          () => {
            const config = findConfig(folder);
            lookAtFolders(folder, config === null ? null : dirname(config), readings);
            return config === null ? null : at(config);
          },
          (error) => {
            lookAtFolders(folder, null, readings);
            return broken(error);
          },
        ),
      ),
    refresh: () => {
      for (const graph of graphs.values()) graph.refresh();
    },
  };
}

function knownByFile(baseline: Baseline | null): OpenProject["known"] {
  const byFile = new Map<string, Baseline["entries"][number][]>();
  for (const entry of baseline?.entries ?? []) {
    const own = byFile.get(entry.file);
    if (own) own.push(entry);
    else byFile.set(entry.file, [entry]);
  }
  return (file) => {
    const entries = byFile.get(file);
    return entries ? { entries, sketches: new Map() } : null;
  };
}

/** A map comes to stand in a folder, or is gone from it, only by a change of that folder. */
function lookAtFolders(from: string, to: string | null, readings: Readings): void {
  readings.listing(from);
  const parent = dirname(from);
  if (from !== to && from !== parent) lookAtFolders(parent, to, readings);
}

function orBroken<Result>(make: () => Result, broken: (error: ConfigError) => Result): Result {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConfigError) return broken(error);
    throw error;
  }
}
