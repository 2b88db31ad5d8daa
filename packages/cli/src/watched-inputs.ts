import { dirname, join } from "node:path";
import { baselineName, loadBaseline, type LoadedConfig } from "@domain-isolation/config";
import type { Baseline } from "@domain-isolation/model";
import { answers } from "@domain-isolation/module-graph/looks";
import type { AnswerCache } from "@domain-isolation/scanner/cache";
import { orInvalidConfig } from "./invalid-config.js";
import type { ProjectPlace } from "./locate-project.js";
import type { World } from "./world.js";

/**
 * Loads the map, and tells the cache's witness what it rests on. It is loaded again once its files are
 * known, and they are looked at before and after that.
 */
export function watchedMap(load: () => LoadedConfig, cache: AnswerCache | null): LoadedConfig {
  if (!cache) return load();
  const { witness } = cache;
  const look = ({ dependencies }: LoadedConfig) => {
    for (const path of dependencies) {
      witness("content", path, answers.content(path));
      // What another file beside them is called decides on what is imported.
      const folder = dirname(path);
      if (dependencies.length > 1) witness("names", folder, answers.names(folder));
    }
  };
  look(load());
  const config = load();
  look(config);
  return config;
}

/** Loads the baseline, and tells the cache's witness of its file. */
export function watchedBaseline(
  { root }: ProjectPlace,
  { cwd }: World,
  cache: AnswerCache | null,
): Baseline | null {
  const path = join(root, baselineName);
  const look = () => cache?.witness("content", path, answers.content(path));
  look();
  const baseline = orInvalidConfig(cwd, () => loadBaseline(root));
  look();
  return baseline;
}
