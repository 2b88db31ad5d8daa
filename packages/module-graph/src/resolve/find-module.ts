import type { Disk } from "./disk.js";
import { findFile, type FindOptions } from "./find-file.js";
import { joinPath } from "./join-path.js";
import { mainFields } from "./packages/entry-targets.js";
import type { Packages } from "./packages/packages.js";
import type { SourceOfOutput } from "./packages/source-of-output.js";

/** Finds what a path means to an import: a file, an index in a folder, the source of an output. */
export type FindModule = (path: string, options?: FindOptions) => string | null;

export function createFindModule(
  disk: Disk,
  packages: Packages,
  sourceOfOutput: SourceOfOutput,
): FindModule {
  const inFolder = (folder: string, options?: FindOptions): string | null => {
    if (!disk.isFolder(folder)) return null;
    const own = packages.at(folder);
    for (const target of own ? mainFields(own.json) : []) {
      const path = joinPath(folder, target);
      const found = sourceOfOutput(path) ?? findFile(disk, path) ?? findFile(disk, `${path}/index`);
      if (found) return found;
    }
    return findFile(disk, `${folder}/index`, options);
  };

  const find: FindModule = (path, options) => {
    const found = path.endsWith("/")
      ? inFolder(path.slice(0, -1), options)
      : (findFile(disk, path, options) ?? inFolder(path, options));
    if (!found) return sourceOfOutput(path);
    return compiled.test(found) ? (sourceOfOutput(found, "certain") ?? found) : found;
  };

  // Many specifiers mean one path.
  const known = new Map<string, string | null>();
  return (path, options) => {
    if (options) return find(path, options);
    const before = known.get(path);
    if (before !== undefined) return before;
    const made = find(path);
    known.set(path, made);
    return made;
  };
}

const compiled = /\.(?:d\.[cm]?ts|[cm]?jsx?)$/u;
