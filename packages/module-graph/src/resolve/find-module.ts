import { posix } from "node:path";
import type { Disk } from "./disk.js";
import { findFile, type FindOptions } from "./find-file.js";
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
      const path = posix.join(folder, target);
      const found = sourceOfOutput(path) ?? findFile(disk, path) ?? findFile(disk, `${path}/index`);
      if (found) return found;
    }
    return findFile(disk, `${folder}/index`, options);
  };

  return (path, options) => {
    const found = path.endsWith("/")
      ? inFolder(path.slice(0, -1), options)
      : (findFile(disk, path, options) ?? inFolder(path, options));
    if (!found) return sourceOfOutput(path);
    return compiled.test(found) ? (sourceOfOutput(found, "certain") ?? found) : found;
  };
}

const compiled = /\.(?:d\.[cm]?ts|[cm]?jsx?)$/u;
