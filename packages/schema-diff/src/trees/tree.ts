import type { Dialect, TreeProblem } from "@domain-isolation/model";
import type { Change } from "../changes/change.js";

/** One migration: a file, or a folder with one for each direction. */
export interface Migration {
  /** What its tool knows it by: a revision, a version, a timestamp with a name. Unique in its tree. */
  readonly id: string;
  /** The file that holds its way up, relative to the root. */
  readonly file: string;
  /** The migrations that must have run before; null where the order of the list is all there is. */
  readonly after: readonly string[] | null;
  /** What it does, in the order in which it does it. */
  readonly up: readonly Change[];
  /** How it is taken back; null where it says nothing of that. */
  readonly down: readonly Change[] | null;
}

/** All migrations of one database, in the order in which its tool runs them. */
export interface MigrationTree {
  /** The name of the reader. */
  readonly format: string;
  readonly dialect: Dialect;
  readonly migrations: readonly Migration[];
  /** The migrations after which none comes: one, unless the tree has branched. */
  readonly heads: readonly string[];
  readonly problems: readonly TreeProblem[];
}

export type { TreeProblem } from "@domain-isolation/model";
