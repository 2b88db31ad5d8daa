import { statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ConfigError } from "./config-error.js";
import { configEndings } from "./config-endings.js";

/**
 * The configuration file that holds for a folder: the one in it, or in the nearest folder above.
 * Absolute; null if there is none.
 *
 * @throws {ConfigError} where one folder holds two of them.
 */
export function findConfig(from: string): string | null {
  const folder = resolve(from);
  const [config, second] = configsIn(folder);
  if (config !== undefined && second !== undefined) throw twoConfigs(config, second);
  if (config !== undefined) return config;
  const above = dirname(folder);
  return above === folder ? null : findConfig(above);
}

function configsIn(folder: string): readonly string[] {
  return configEndings
    .map((ending) => join(folder, `domain-isolation.config${ending}`))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

function twoConfigs(first: string, second: string): ConfigError {
  const message = `${basename(first)} and ${basename(second)} stand in one folder, and only one can hold; remove one of them`;
  return new ConfigError([{ file: first, line: 1, column: 1, message }], [first, second]);
}
