import { linearTree } from "../../trees/linear-tree.js";
import type { Order } from "../../trees/order.js";
import { problemOf } from "../../trees/problem.js";
import type { MigrationTree, TreeProblem } from "../../trees/tree.js";
import type { MigrationReader, TreeFiles, TreeInput } from "../reader.js";
import type { SectionMarkers } from "../sections/sections.js";
import { findScripts, type FoundScripts } from "./find-scripts.js";
import { pairScripts, type ScriptPair } from "./pair-scripts.js";
import { readPairs } from "./read-pair.js";
import type { Naming, ScriptName } from "./script.js";

/** A tool that runs files of SQL in the order of their names: all that is told of it. */
export interface ScriptFormat {
  readonly format: string;
  readonly naming: Naming;
  readonly order: Order<ScriptName>;
  /** The names that it takes, as a clause behind "its name": `doesn't begin with a number`. */
  readonly misnamed: string;
  /** Left out where all of a file runs on one way. */
  readonly markers?: SectionMarkers;
  /** What tells its trees from those of tools with like names. Left out where names are enough. */
  isOwn?(files: TreeFiles, found: FoundScripts): boolean;
  /** The migrations that run on an empty database, where not all do. */
  select?(pairs: readonly ScriptPair[], files: TreeFiles): readonly ScriptPair[];
}

export function scriptReader(format: ScriptFormat): MigrationReader {
  return {
    format: format.format,
    detects(files) {
      const found = findScripts(files, format.naming);
      const isEmpty = !found.scripts.some(({ way }) => way === "up");
      return !isEmpty && (format.isOwn?.(files, found) ?? true);
    },
    read: (input) => readScripts(input, format),
  };
}

function readScripts(input: TreeInput, format: ScriptFormat): MigrationTree {
  const found = findScripts(input, format.naming);
  const paired = pairScripts(found, format.order);
  const pairs = format.select?.(paired.pairs, input) ?? paired.pairs;
  const { dialect } = input;
  const read = readPairs(pairs, { files: input, dialect, markers: format.markers ?? null });
  return linearTree(format.format, input, read.migrations, [
    ...found.problems,
    ...paired.problems,
    ...found.passedOver.map((file) => misnamed(file, format)),
    ...read.problems,
  ]);
}

function misnamed(file: string, { format, misnamed: why }: ScriptFormat): TreeProblem {
  const message = `${format} doesn't run ${file}, as its name ${why}; rename it, or move it elsewhere`;
  return problemOf("ignored file", file, message);
}
