import type { Disk, FileTest } from "./disk.js";

/** Tried in this order for a specifier without an extension: TypeScript's, then what bundlers add. */
const extensions = [
  ".ts",
  ".tsx",
  ".d.ts",
  ".js",
  ".jsx",
  ".mts",
  ".d.mts",
  ".mjs",
  ".cts",
  ".d.cts",
  ".cjs",
  ".json",
  ".vue",
  ".svelte",
  ".astro",
] as const;

/**
 * What a written extension may stand for: imports name the output, `./x.js`, and mean the source.
 * The orders are those of `tryAddingExtensions` in TypeScript's `moduleNameResolver.ts`.
 */
const sourcesOf: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx", ".d.ts", ".js", ".jsx"],
  ".jsx": [".tsx", ".ts", ".d.ts", ".jsx", ".js"],
  ".mjs": [".mts", ".d.mts", ".mjs"],
  ".cjs": [".cts", ".d.cts", ".cjs"],
  ".ts": [".ts", ".tsx", ".d.ts"],
  ".tsx": [".tsx", ".ts", ".d.ts"],
};

/** The `moduleSuffixes` of a tsconfig. */
export interface FindOptions {
  readonly suffixes: readonly string[];
}

/** The file that a path without or with an extension means, folders left aside. */
export function findFile(disk: Disk, path: string, options?: FindOptions): string | null {
  const slash = path.lastIndexOf("/");
  const name = path.slice(slash + 1);
  if (name === "") return null;
  const folder = path.slice(0, slash);
  const found = findName(disk.filesIn(folder), name, options);
  if (found === name) return path;
  return found === null ? null : `${folder}/${found}`;
}

function findName(isFile: FileTest, name: string, options?: FindOptions): string | null {
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 && name !== ".." ? name.slice(0, dot) : name;
  const extension = name.slice(stem.length);
  const meant = sourcesOf[extension];
  if (extension && !meant && isFile(name)) return name;
  const source = meant && firstFile(isFile, stem, meant, options);
  if (source) return source;
  const longer = firstFile(isFile, name, extensions, options);
  if (longer !== null) return longer;
  // A file without an extension, and the declaration of one that a build makes: `x.d.css.ts`.
  const last = extension ? `${stem}.d${extension}.ts` : name;
  return isFile(last) ? last : null;
}

function firstFile(
  isFile: FileTest,
  stem: string,
  candidates: readonly string[],
  options?: FindOptions,
): string | null {
  const endings = options ? withSuffixes(candidates, options) : candidates;
  for (const ending of endings) {
    const name = stem + ending;
    if (isFile(name)) return name;
  }
  return null;
}

function withSuffixes(candidates: readonly string[], { suffixes }: FindOptions): readonly string[] {
  return candidates.flatMap((extension) => suffixes.map((suffix) => suffix + extension));
}
