import { basename, resolve } from "node:path";
import {
  compileMap,
  type DomainMap,
  type MapPath,
  type MapSource,
  type RuleRegistry,
} from "@domain-isolation/model";
import { ConfigError, type ConfigPlace } from "./config-error.js";
import { createPlaces, inOrder } from "./config-places.js";
import { readConfig } from "./read/read-config.js";
import type { Shape } from "./validation/shape-problems.js";
import { validateMap } from "./validation/validate-map.js";

/** A valid domain map, with the places of its parts. */
export interface LoadedConfig {
  /** The configuration file, absolute. Its folder is the root unless the command line says else. */
  readonly path: string;
  readonly source: MapSource;
  readonly map: DomainMap;
  /**
   * The files that were read, absolute and sorted: the configuration and what it imports, packages
   * left out. When one of them changes, it is time to load again.
   */
  readonly dependencies: readonly string[];
  /** Where a path of the map stands; of the nearest enclosing part that could be located. */
  readonly locate: (path: MapPath, atKey?: boolean) => ConfigPlace;
}

/**
 * Loads and checks a configuration. Nothing is remembered: a second call sees what has changed.
 *
 * @param rules the rules that there are: they say which names, options and values are valid.
 * @throws {ConfigError} with everything that is wrong with it.
 */
export function loadConfig(path: string, rules: RuleRegistry): LoadedConfig {
  const file = resolve(path);
  const raw = readConfig(file);
  const { locate, spanOf, readProblems } = createPlaces(file, raw);
  // What could not be read would only be called missing.
  const isReadable = raw.problems.length === 0;
  const { problems, source } = isReadable ? validateMap(raw.value, rules) : unread;
  const located = problems.map(({ message, path: part, atKey }) => ({
    ...locate(part, atKey),
    message,
  }));
  if (!source || readProblems.length > 0) {
    throw new ConfigError(inOrder([...readProblems, ...located]), raw.dependencies);
  }
  const shortPlace = (part: MapPath) => `${basename(file)}:${String(locate(part).line)}`;
  return {
    path: file,
    source,
    map: compileMap(source, shortPlace, (part) => {
      return { file: basename(file), span: spanOf(part) };
    }),
    dependencies: raw.dependencies,
    locate,
  };
}

const unread: Shape = { problems: [], source: null };
