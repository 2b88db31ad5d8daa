import type { Analysis } from "../analysis.js";
import type { DataWorld } from "../modules.js";
import type { DataModule } from "../values/data-module.js";

interface Remembered<Index> {
  readonly files: readonly string[];
  readonly modules: readonly DataModule[];
  readonly index: Index;
}

/**
 * What is worked out of all files whose text matches, and of those that it leads to: when it is first
 * asked for, and again when one of them has another tree, in an editor.
 */
export function fileIndex<Index>(
  words: RegExp | ((world: DataWorld) => readonly string[]),
  read: (files: readonly string[], analysis: Analysis) => Index,
  leadsTo: (index: Index) => readonly DataModule[] = () => [],
): (analysis: Analysis) => Index {
  const known = new WeakMap<DataWorld, Remembered<Index>>();
  return (analysis) => {
    const { world } = analysis;
    const before = known.get(world);
    if (before?.modules.every((each) => analysis.module(each.file) === each)) return before.index;
    const files =
      before?.files ?? (words instanceof RegExp ? world.filesWith(words) : words(world));
    const index = read(files, analysis);
    const modules = files.flatMap((file) => analysis.module(file) ?? []);
    known.set(world, { files, modules: [...new Set([...modules, ...leadsTo(index)])], index });
    return index;
  };
}
