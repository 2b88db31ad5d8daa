import { parentOf } from "../join-path.js";
import type { Shelf } from "../memory.js";
import type { LayerContext } from "./layers.js";
import { readTsConfig, type TsConfig } from "./read-tsconfig.js";

export interface TsConfigs {
  /** The first `tsconfig.json` or `jsconfig.json` upwards from a folder. */
  nearest(folder: string): TsConfig | null;
  /**
   * Those that a file in this folder may belong to, in the order in which editors ask whether they
   * include it: upwards, each followed by the projects it refers to. Configurations that would
   * resolve nothing differently are left out.
   */
  candidates(folder: string): readonly TsConfig[];
  /**
   * The one whose project a file belongs to, as editors choose it: the first that includes it, upwards
   * and each followed by the projects it refers to. The nearest, where none includes it.
   */
  owning(path: string): TsConfig | null;
  /** All that stand around a folder, whatever their names: for what would lead nowhere. */
  around(folder: string): readonly TsConfig[];
  /** Every `tsconfig*.json` of one folder. */
  in(folder: string): readonly TsConfig[];
}

const mainNames = ["tsconfig.json", "jsconfig.json"];

export function createTsConfigs(context: LayerContext): TsConfigs {
  const { disk, memory } = context;
  const configs: Shelf<TsConfig> = new Map();
  const chains: Shelf<readonly TsConfig[]> = new Map();
  const choices: Shelf<readonly TsConfig[]> = new Map();

  const read = (path: string): TsConfig =>
    memory.remember(configs, path, () => readTsConfig(context, path));

  /** The main configurations of a folder and those above it. */
  function chain(folder: string): readonly TsConfig[] {
    return memory.remember(chains, folder, () => {
      const main = mainNames.find(disk.filesIn(folder));
      const isTop = folder === disk.root || !folder.startsWith(`${disk.root}/`);
      const above = isTop ? [] : chain(parentOf(folder));
      return main === undefined ? above : [read(`${folder}/${main}`), ...above];
    });
  }

  function withReferences(config: TsConfig, seen = new Set<string>()): readonly TsConfig[] {
    if (seen.has(config.path)) return [];
    seen.add(config.path);
    const referred = config.references.flatMap((path) => withReferences(read(path), seen));
    return [config, ...referred];
  }

  /** All that a file in a folder may belong to. */
  function open(folder: string): readonly TsConfig[] {
    return chain(folder).flatMap((config) => withReferences(config));
  }

  function inFolder(folder: string): readonly TsConfig[] {
    return disk
      .names(folder)
      .filter((name) => /^(?:ts|js)config(?:\..*)?\.json$/u.test(name))
      .map((name) => read(`${folder}/${name}`));
  }

  return {
    nearest: (folder) => chain(folder)[0] ?? null,
    candidates: (folder) => {
      const nearest = chain(folder)[0];
      return nearest ? memory.remember(choices, nearest.path, () => distinct(open(folder))) : [];
    },
    owning: (path) => {
      const all = open(parentOf(path));
      return all.find((config) => config.includes(path)) ?? all[0] ?? null;
    },
    around: (folder) => {
      const folders = new Set([...chain(folder).map((config) => config.folder), disk.root]);
      return [...new Set([...open(folder), ...[...folders].flatMap(inFolder)])];
    },
    in: inFolder,
  };
}

/** One of each kind, and none that leaves resolution as it is. */
function distinct(configs: readonly TsConfig[]): readonly TsConfig[] {
  const kinds = new Map<string, TsConfig>();
  for (const config of configs) {
    const { baseUrl, paths, rootDirs, moduleSuffixes, customConditions } = config;
    const lists = [paths, rootDirs, moduleSuffixes, customConditions];
    if (baseUrl === null && lists.every((list) => list.length === 0)) continue;
    const kind = JSON.stringify([baseUrl, ...lists]);
    if (!kinds.has(kind)) kinds.set(kind, config);
  }
  return [...kinds.values()];
}
