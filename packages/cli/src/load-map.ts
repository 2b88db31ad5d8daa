import { auditConfig, loadConfig, type LoadedConfig } from "@domain-isolation/config";
import type { RuleRegistry } from "@domain-isolation/model";
import { CannotRun } from "./exit.js";
import { invalidConfig, orInvalidConfig } from "./invalid-config.js";
import type { ProjectPlace } from "./locate-project.js";

/** @throws {CannotRun} with everything that is wrong with the map, each with its place. */
export function loadMap({ config }: ProjectPlace, cwd: string, rules: RuleRegistry): LoadedConfig {
  if (config !== null) return orInvalidConfig(cwd, () => loadConfig(config, rules));
  throw new CannotRun(
    "there is no domain-isolation.config.ts (or .mts, .js, .mjs, .json) here or in a folder above; " +
      "write one, or name it with --config",
  );
}

/** @throws {CannotRun} when the map does not fit the files that there are. */
export function checkMap(config: LoadedConfig, files: readonly string[], cwd: string): void {
  const problems = auditConfig(config, files);
  if (problems.length > 0) throw invalidConfig(problems, cwd);
}
