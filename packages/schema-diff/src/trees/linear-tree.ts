import type { TreeInput } from "../readers/reader.js";
import { problemOf } from "./problem.js";
import type { Migration, MigrationTree, TreeProblem } from "./tree.js";

/** A tree whose migrations run one after the other, in the order of the list. */
export function linearTree(
  format: string,
  { folder, dialect }: Pick<TreeInput, "folder" | "dialect">,
  migrations: readonly Migration[],
  problems: readonly TreeProblem[],
): MigrationTree {
  const last = migrations.at(-1);
  const isEmpty = migrations.length === 0 && problems.length === 0;
  return {
    format,
    dialect,
    migrations,
    heads: last ? [last.id] : [],
    problems: isEmpty ? [nothingIn(folder, format)] : problems,
  };
}

function nothingIn(folder: string, format: string): TreeProblem {
  const message = `${folder || "."} holds no migration of ${format}; name the folder that does`;
  return problemOf("nothing matched", folder, message);
}
