import { problemOf } from "./problem.js";
import type { TreeProblem } from "./tree.js";

interface Versioned {
  readonly version: string;
  readonly file: string;
}

/** Each file that has a version which another one has before it. */
export function duplicatesIn(files: readonly Versioned[]): readonly TreeProblem[] {
  const firsts = new Map<string, string>();
  return files.flatMap(({ version, file }) => {
    const first = firsts.get(version);
    if (first === undefined) firsts.set(version, file);
    return first === undefined ? [] : [duplicate(version, file, first)];
  });
}

function duplicate(version: string, file: string, first: string): TreeProblem {
  const message = `${file} has the version ${version}, as ${first} has, so their order can't be told; give one of them another`;
  return problemOf("duplicate version", file, message);
}
