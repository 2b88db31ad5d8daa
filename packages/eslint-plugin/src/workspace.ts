import { statSync } from "node:fs";
import { dirname } from "node:path";
import { ConfigError, findConfig, loadConfig, type ConfigProblem } from "@domain-isolation/config";
import type { DomainMap, RuleRegistry } from "@domain-isolation/model";
import { createModuleGraph, type ModuleGraph } from "@domain-isolation/module-graph";
import { realFolder } from "./linted-path.js";
import type { LookPace } from "./look-pace.js";

/** A domain map with the modules below its folder. */
export interface OpenProject {
  readonly map: DomainMap;
  readonly graph: ModuleGraph;
}

/** A map that can't be used. */
export interface BrokenProject {
  readonly problems: readonly ConfigProblem[];
}

export type Project = OpenProject | BrokenProject;

/** The projects that one process lints: each map and each graph is opened once, and kept fresh. */
export interface Workspace {
  /** The project whose configuration is next above a folder, or null. */
  projectAbove(folder: string): Project | null;
  /** The project of one configuration file, which need not be there. */
  projectAt(configPath: string): Project;
  /** A folder's path without symbolic links. */
  readonly realFolder: (folder: string) => string;
  /** Looks at the disk again if it is time to. Called at the beginning of every lint. */
  keepFresh(): void;
}

interface Remembered {
  readonly project: Project;
  /** The files that made it what it is, and their state when it was made. */
  readonly dependencies: readonly string[];
  readonly stamp: string;
}

export function createWorkspace(rules: RuleRegistry, pace: LookPace): Workspace {
  const above = new Map<string, Project | null>();
  const realFolders = new Map<string, string>();
  const graphs = new Map<string, ModuleGraph>();
  const projects = new Map<string, Remembered>();

  const load = (configPath: string): Remembered => {
    const { map, dependencies } = loadConfig(configPath, rules);
    const graph = remember(graphs, dirname(configPath), createModuleGraph);
    return { project: { map, graph }, dependencies, stamp: stampOf(dependencies) };
  };
  const open = (configPath: string): Remembered =>
    orBroken(
      () => load(configPath),
      ({ problems, dependencies }) => ({
        project: { problems },
        dependencies,
        stamp: stampOf(dependencies),
      }),
    );
  const projectAt = (configPath: string) => remember(projects, configPath, open).project;
  const find = (folder: string): Project | null =>
    orBroken(
      () => {
        const configPath = findConfig(folder);
        return configPath === null ? null : projectAt(configPath);
      },
      ({ problems }) => ({ problems }),
    );
  const look = () => {
    above.clear();
    realFolders.clear();
    for (const graph of graphs.values()) graph.refresh();
    for (const [configPath, { dependencies, stamp }] of projects) {
      if (stamp !== stampOf(dependencies)) projects.delete(configPath);
    }
  };

  return {
    projectAbove: (folder) => remember(above, folder, find),
    projectAt,
    realFolder: (folder) => remember(realFolders, folder, realFolder),
    keepFresh: () => {
      if (pace.isDue()) look();
    },
  };
}

function orBroken<Result>(make: () => Result, broken: (error: ConfigError) => Result): Result {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConfigError) return broken(error);
    throw error;
  }
}

function stampOf(files: readonly string[]): string {
  const stats = files.map((file) => statSync(file, { throwIfNoEntry: false }));
  return stats.map((stat) => (stat ? `${String(stat.mtimeMs)}:${String(stat.size)}` : "-")).join();
}

function remember<Value>(
  memory: Map<string, Value>,
  key: string,
  make: (key: string) => Value,
): Value {
  const before = memory.get(key);
  if (before !== undefined) return before;
  const made = make(key);
  memory.set(key, made);
  return made;
}
