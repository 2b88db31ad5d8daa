import { posix } from "node:path";
import type { Disk } from "./disk.js";

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

const plain: FindOptions = { suffixes: [""] };

/** The file that a path without or with an extension means, folders left aside. */
export function findFile(disk: Disk, path: string, { suffixes } = plain): string | null {
  const slash = path.lastIndexOf("/");
  const name = path.slice(slash + 1);
  if (name === "") return null;
  const folder = path.slice(0, slash);
  const found = findName(disk.filesIn(folder), name, suffixes);
  return found === null ? null : `${folder}/${found}`;
}

function findName(
  isFile: (name: string) => boolean,
  name: string,
  suffixes: readonly string[],
): string | null {
  const extension = posix.extname(name);
  const stem = name.slice(0, name.length - extension.length);
  const meant = sourcesOf[extension];
  if (extension && !meant && isFile(name)) return name;
  const source = meant && firstFile(isFile, stem, meant, suffixes);
  if (source) return source;
  const longer = firstFile(isFile, name, extensions, suffixes);
  if (longer !== null) return longer;
  // A file without an extension, and the declaration of one that a build makes: `x.d.css.ts`.
  const last = extension ? `${stem}.d${extension}.ts` : name;
  return isFile(last) ? last : null;
}

function firstFile(
  isFile: (name: string) => boolean,
  stem: string,
  candidates: readonly string[],
  suffixes: readonly string[],
): string | null {
  for (const extension of candidates) {
    for (const suffix of suffixes) {
      const name = stem + suffix + extension;
      if (isFile(name)) return name;
    }
  }
  return null;
}
