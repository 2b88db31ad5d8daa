import type { DataWorld } from "../../modules.js";

/** What a file holds that declares entities, or says how tables are named. */
const telling =
  /@(?:Entity|ViewEntity|ChildEntity)\b|\bEntitySchema\b|\b(?:namingStrategy|entityPrefix)\s*:/u;

const known = new WeakMap<DataWorld, readonly string[]>();

/** The files of a repository whose text matches, of those that declare what statements name. */
export function declaringFiles(world: DataWorld, words: RegExp): readonly string[] {
  let files = known.get(world);
  if (!files) {
    files = world.filesWith(telling);
    known.set(world, files);
  }
  return files.filter((file) => words.test(world.source(file)?.text ?? ""));
}
