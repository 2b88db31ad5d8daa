import type { FindModule } from "../find-module.js";
import { joinPath } from "../join-path.js";
import { entryTargets } from "./entry-targets.js";
import type { Package } from "./packages.js";
import type { SourceOfOutput } from "./source-of-output.js";

/** Where a subpath of one of our packages leads, and what in the package says so. */
export interface FoundInPackage {
  readonly file: string;
  readonly by: string;
}

/**
 * The source behind a package's name, or a deep import of it. The answer is the same before and
 * after a build: what `exports`, `types`, `main` name is taken back to its source.
 */
export type FindInPackage = (
  owner: Package,
  subpath: string,
  conditions: ReadonlySet<string>,
) => FoundInPackage | null;

/** The file that a path in a manifest stands for: the source, where the path names output. */
export type FindTarget = (path: string) => string | null;

export function createFindTarget(
  findModule: FindModule,
  sourceOfOutput: SourceOfOutput,
): FindTarget {
  return (path) => {
    const found = findModule(path);
    // A file of TypeScript is no output, whatever its folder is called.
    const isSource = found !== null && /(?<!\.d)\.[cm]?tsx?$/u.test(found);
    return isSource ? found : (sourceOfOutput(path) ?? found);
  };
}

export function createFindInPackage(findTarget: FindTarget): FindInPackage {
  return (owner, subpath, conditions) => {
    for (const target of entryTargets(owner, subpath, conditions)) {
      const file = findTarget(joinPath(owner.folder, target));
      if (file) return { file, by: `package.json gives ${target}` };
    }
    for (const guess of guesses(subpath)) {
      const file = findTarget(joinPath(owner.folder, guess));
      if (file) return { file, by: `package.json gives nothing that is there; ${guess} is` };
    }
    return null;
  };
}

function guesses(subpath: string): readonly string[] {
  return subpath
    ? [subpath, `src/${subpath}`, `lib/${subpath}`]
    : ["src/index", "index", "lib/index", "src/main"];
}
