import type { DataWorld } from "../../modules.js";
import type { EntityLibrary } from "./entity-library.js";

const known = new WeakMap<DataWorld, Map<string, readonly string[]>>();

/** The files of a repository that declare entities of a library, or say how their tables are named. */
export function declaringFiles(
  { library, declares }: EntityLibrary,
  world: DataWorld,
): readonly string[] {
  const byLibrary = known.get(world) ?? new Map<string, readonly string[]>();
  known.set(world, byLibrary);
  const files = byLibrary.get(library) ?? world.filesWith(declares);
  byLibrary.set(library, files);
  return files;
}
