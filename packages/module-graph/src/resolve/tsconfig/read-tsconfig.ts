import { createRequire } from "node:module";
import { posix } from "node:path";
import type * as GetTsconfig from "get-tsconfig";
import { asObject, asString, asStrings, isObject } from "../json.js";
import { readLayers, type Layer, type LayerContext } from "./layers.js";

// Loaded with the first folder whose files may belong to several configurations.
const requireMatcher: (id: "get-tsconfig") => typeof GetTsconfig = createRequire(import.meta.url);

/** What resolution asks of a tsconfig, its `extends` chain merged; every path is absolute. */
export interface TsConfig {
  readonly path: string;
  readonly folder: string;
  readonly baseUrl: string | null;
  readonly paths: readonly PathsEntry[];
  readonly rootDirs: readonly string[];
  readonly moduleSuffixes: readonly string[];
  readonly customConditions: readonly string[];
  /** Where sources are compiled from, if it is said, and the folders they are compiled to. */
  readonly rootDir: string | null;
  readonly outputs: readonly string[];
  readonly references: readonly string[];
  includes(file: string): boolean;
}

/** An entry of `paths`: a pattern, and the absolute paths it stands for. */
export interface PathsEntry {
  readonly pattern: string;
  /** What stands before and after the `*`; null for a pattern without one. */
  readonly before: string;
  readonly after: string | null;
  readonly targets: readonly string[];
}

export function readTsConfig(context: LayerContext, path: string): TsConfig {
  const folder = posix.dirname(path);
  const layers = readLayers(context, path);
  const setting = createSettings(layers, folder);
  const baseUrl = setting.paths("baseUrl")[0] ?? null;
  const rootDir = setting.paths("rootDir")[0] ?? null;
  const outputs = [...setting.paths("outDir"), ...setting.paths("declarationDir")];
  return {
    path,
    folder,
    baseUrl,
    paths: readPaths(layers, folder, baseUrl),
    rootDirs: setting.paths("rootDirs"),
    moduleSuffixes: setting.strings("moduleSuffixes"),
    customConditions: setting.strings("customConditions"),
    rootDir,
    outputs,
    references: readReferences(context, layers.at(-1)),
    includes: lazyMatcher(() => createMatcher(path, layers, outputs)),
  };
}

/** The last layer that sets an option decides, and its folder is what the paths are relative to. */
function createSettings(layers: readonly Layer[], folder: string) {
  const layerOf = (name: string): Layer | undefined =>
    layers.findLast(({ json }) => name in asObject(json.compilerOptions));
  const strings = (name: string): readonly string[] =>
    asStrings(asObject(layerOf(name)?.json.compilerOptions)[name]);
  const paths = (name: string): readonly string[] =>
    strings(name).map((path) => absolute(path, layerOf(name)?.folder ?? folder, folder));
  return { strings, paths };
}

/** `${configDir}` is the folder of the tsconfig at the end of the chain. */
function absolute(path: string, base: string, configFolder: string): string {
  const full = path.startsWith("${configDir}")
    ? posix.join(configFolder, path.slice("${configDir}".length))
    : path.startsWith("/")
      ? path
      : posix.join(base, path);
  return full.length > 1 ? full.replace(/\/$/u, "") : full;
}

function readPaths(
  layers: readonly Layer[],
  folder: string,
  baseUrl: string | null,
): readonly PathsEntry[] {
  const layer = layers.findLast(({ json }) => isObject(asObject(json.compilerOptions).paths));
  const paths = asObject(asObject(layer?.json.compilerOptions).paths);
  const base = baseUrl ?? layer?.folder ?? folder;
  return Object.entries(paths).map(([pattern, targets]) => {
    const [before = "", after = null] = pattern.split("*", 2);
    return {
      pattern,
      before,
      after,
      targets: asStrings(targets).map((target) => absolute(target, base, folder)),
    };
  });
}

/** References are not inherited. One to a folder means the tsconfig in it. */
function readReferences({ disk }: LayerContext, own: Layer | undefined): readonly string[] {
  const references = own?.json.references;
  if (!own || !Array.isArray(references)) return [];
  return references
    .map((reference) => asString(asObject(reference).path))
    .filter((path) => path !== null)
    .map((path) => absolute(path, own.folder, own.folder))
    .map((path) => (disk.isFolder(path) ? `${path}/tsconfig.json` : path))
    .filter((path) => disk.isFile(path));
}

function createMatcher(
  path: string,
  layers: readonly Layer[],
  outputs: readonly string[],
): (file: string) => boolean {
  const folder = posix.dirname(path);
  const patterns = (key: string): readonly string[] | undefined => {
    const layer = layers.findLast(({ json }) => Array.isArray(json[key]));
    return layer && asStrings(layer.json[key]).map((item) => absolute(item, layer.folder, folder));
  };
  const [files, include] = [patterns("files"), patterns("include")];
  const exclude = patterns("exclude") ?? outputs;
  const config = {
    ...(files && { files: [...files] }),
    ...(include && { include: [...include] }),
    exclude: [...exclude],
    compilerOptions: { allowJs: true },
  };
  const matches = requireMatcher("get-tsconfig").createFilesMatcher({ path, config }, true);
  // A component is taken for the script in it.
  return (file) => matches(file) !== undefined || matches(`${file}.ts`) !== undefined;
}

function lazyMatcher(make: () => (file: string) => boolean): (file: string) => boolean {
  let matcher: ((file: string) => boolean) | null = null;
  return (file) => (matcher ??= make())(file);
}
