import type { Disk } from "./disk.js";
import { findFile, type FindOptions } from "./find-file.js";
import { joinPath } from "./join-path.js";
import type { Memory, Shelf } from "./memory.js";
import { mainFields } from "./packages/entry-targets.js";
import type { Packages } from "./packages/packages.js";
import type { SourceOfOutput } from "./packages/source-of-output.js";

/** Finds what a path means to an import: a file, an index in a folder, the source of an output. */
export type FindModule = (path: string, options?: FindOptions) => string | null;

interface FindModuleContext {
  readonly disk: Disk;
  readonly memory: Memory;
  readonly packages: Packages;
  readonly sourceOfOutput: SourceOfOutput;
}

export function createFindModule({
  disk,
  memory,
  packages,
  sourceOfOutput,
}: FindModuleContext): FindModule {
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
  const known: Shelf<string | null> = new Map();
  return (path, options) =>
    options ? find(path, options) : memory.remember(known, path, () => find(path));
}

const compiled = /\.(?:d\.[cm]?ts|[cm]?jsx?)$/u;
