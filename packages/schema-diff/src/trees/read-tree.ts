import { readers } from "../readers/readers.js";
import type { TreeInput } from "../readers/reader.js";
import { problemOf } from "./problem.js";
import type { MigrationTree, TreeProblem } from "./tree.js";

/** The names of the formats that can be read, as a domain map gives them. */
export const migrationFormats: readonly string[] = readers.map(({ format }) => format);

/**
 * Reads the migrations of one tree, in the order in which their tool runs them. Without a format the
 * files tell it. Never throws: an unknown format, and files that no tool takes for its own, are the
 * one problem of an empty tree; all else that is wrong is a problem of the tree or an opaque change,
 * each with its place.
 */
export function readTree(input: TreeInput, format?: string): MigrationTree {
  const reader =
    format === undefined
      ? readers.find((each) => each.detects(input))
      : readers.find((each) => each.format === format);
  return reader ? reader.read(input) : nothingRead(input, format);
}

function nothingRead({ folder, dialect }: TreeInput, format: string | undefined): MigrationTree {
  const problem = format === undefined ? unrecognized(folder) : unknown(folder, format);
  return { format: format ?? "", dialect, migrations: [], heads: [], problems: [problem] };
}

function unrecognized(folder: string): TreeProblem {
  const message = `${folder || "."} holds no migrations of a tool that is known (${migrationFormats.join(", ")}); name the folder that does, or its format`;
  return problemOf("nothing matched", folder, message);
}

function unknown(folder: string, format: string): TreeProblem {
  const message = `the format "${format}" of ${folder || "."} is unknown; it is one of ${migrationFormats.join(", ")}`;
  return problemOf("nothing matched", folder, message);
}
