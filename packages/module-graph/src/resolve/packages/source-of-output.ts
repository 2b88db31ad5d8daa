import type { Disk } from "../disk.js";
import { findFile } from "../find-file.js";
import { parentOf } from "../join-path.js";
import type { Memory, Shelf } from "../memory.js";
import type { TsConfigs } from "../tsconfig/tsconfigs.js";
import type { Packages } from "./packages.js";

/**
 * The source that an output is, or would be, built from; null for a path that is no output, and for
 * output without a source.
 */
export type SourceOfOutput = (path: string, certainty?: Certainty) => string | null;

/**
 * A package's manifest names output, so any folder that is called like one counts (`likely`). A path
 * in code may lead into a hand-written `lib`: only `dist` and what a tsconfig declares is `certain`.
 */
export type Certainty = "likely" | "certain";

/** Folders that builds write to, where no tsconfig says so. */
const outputNames = new Set(
  "dist build lib out output es esm cjs umd module commonjs types typings bundles _esm _cjs".split(
    " ",
  ),
);

const compiled = /\.(?:d\.[cm]?ts|[cm]?jsx?|[cm]?tsx?)$/u;

/** `index.esm.js`, `index.min.js`: the format is no part of the source's name. */
const format = /\.(?:esm?|cjs|umd|iife|min|prod|production|development|browser|node|module)$/u;

interface OutputContext {
  readonly disk: Disk;
  readonly memory: Memory;
  readonly packages: Packages;
  readonly tsconfigs: TsConfigs;
}

export function createSourceOfOutput({
  disk,
  memory,
  packages,
  tsconfigs,
}: OutputContext): SourceOfOutput {
  const outputs: Shelf<readonly DeclaredOutput[]> = new Map();

  const declaredBy = (folder: string): readonly DeclaredOutput[] =>
    memory.remember(outputs, folder, () =>
      tsconfigs
        .in(folder)
        .flatMap((config) =>
          config.outputs
            .filter((output) => !`${folder}/`.startsWith(`${output}/`))
            .map((output) => ({ output, rootDir: config.rootDir })),
        ),
    );

  return (path, certainty = "likely") => {
    const folder =
      packages.around(parentOf(path.endsWith("/") ? path.slice(0, -1) : path))[0]?.folder ??
      disk.root;
    const places = [
      ...declaredBy(folder).flatMap((declared) => underDeclared(folder, declared, path)),
      ...underConvention(folder, path, certainty),
    ];
    for (const place of new Set(places)) {
      const source = sourceAt(disk, place);
      if (source && source !== path) return source;
    }
    return null;
  };
}

interface DeclaredOutput {
  readonly output: string;
  readonly rootDir: string | null;
}

/** Without a `rootDir` the compiler takes the common folder of its inputs: most often `src`. */
function underDeclared(
  folder: string,
  { output, rootDir }: DeclaredOutput,
  path: string,
): readonly string[] {
  if (!path.startsWith(`${output}/`)) return [];
  const rest = path.slice(output.length + 1);
  const roots = rootDir ? [rootDir] : [`${folder}/src`, folder];
  return roots.map((root) => `${root}/${rest}`);
}

/** `dist/esm/x.js` → `src/x.js`, `x.js`; and `dist/packages/a/src/x.js` → `src/x.js`. */
function underConvention(folder: string, path: string, certainty: Certainty): readonly string[] {
  if (!path.startsWith(`${folder}/`)) return [];
  const first = path.slice(folder.length + 1, path.indexOf("/", folder.length + 1));
  if (certainty === "certain" ? first !== "dist" : !outputNames.has(first)) return [];
  const segments = path.slice(folder.length + 1).split("/");
  const places: string[] = [];
  for (let depth = 1; depth < segments.length; depth++) {
    if (!outputNames.has(segments[depth - 1] ?? "")) break;
    const rest = segments.slice(depth).join("/");
    places.push(`${folder}/src/${rest}`, `${folder}/${rest}`);
  }
  const src = segments.lastIndexOf("src");
  if (places.length > 0 && src > 0) places.push(`${folder}/${segments.slice(src).join("/")}`);
  return places;
}

function sourceAt(disk: Disk, place: string): string | null {
  if (!compiled.test(place) && disk.isFile(place)) return place;
  const stem = place.replace(compiled, "");
  for (const name of new Set([stem, stem.replace(format, "")])) {
    const found = findFile(disk, name) ?? findFile(disk, `${name}/index`);
    if (found) return found;
  }
  return null;
}
