import { createRequire } from "node:module";
import { sep } from "node:path";
import type * as Jiti from "jiti";
import { configPackages } from "./config-packages.js";
import * as defineConfigModule from "../define-config.js";
import type { ReadProblem } from "./read-config.js";
import { thrownProblem } from "./thrown-problem.js";

/** Loaded when it is needed: `require` takes a third of the time of `import`. */
const requireJiti: (id: "jiti") => typeof Jiti = createRequire(import.meta.url);
const { cache } = createRequire(import.meta.url);

/** `defineConfig` is there wherever it is asked for, be the package installed or not. */
const virtualModules = Object.fromEntries(configPackages.map((name) => [name, defineConfigModule]));

export interface Execution {
  readonly outcome: { readonly value: unknown } | { readonly problem: ReadProblem };
  /** The file and those that it imports, absolute; packages left out. */
  readonly dependencies: readonly string[];
}

/**
 * Runs a script and gives its default export (`module.exports` of a CommonJS one). Nothing of it
 * stays loaded, so that the next run sees what has changed meanwhile.
 */
export function executeScript(path: string): Execution {
  const { createJiti } = requireJiti("jiti");
  const load: (id: string) => unknown = createJiti(import.meta.url, {
    interopDefault: false,
    virtualModules,
  });
  const before = new Set(Object.keys(cache));
  const loaded = () => Object.keys(cache).filter((id) => !before.has(id) && !isPackage(id));
  const dependencies = () => [...new Set([path, ...loaded()])].sort();
  try {
    const value = defaultExport(load(path));
    return { outcome: { value }, dependencies: dependencies() };
  } catch (error) {
    return { outcome: { problem: thrownProblem(error, path) }, dependencies: dependencies() };
  } finally {
    for (const id of loaded()) Reflect.deleteProperty(cache, id);
  }
}

function defaultExport(exports: unknown): unknown {
  if (typeof exports !== "object" || exports === null) return exports;
  if ("__esModule" in exports) return "default" in exports ? exports.default : undefined;
  return Object.keys(exports).length === 0 ? undefined : exports;
}

function isPackage(id: string): boolean {
  return id.includes(`${sep}node_modules${sep}`);
}
