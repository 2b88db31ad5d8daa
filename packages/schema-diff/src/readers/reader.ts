import type { Dialect } from "@domain-isolation/model";
import type { DataWorld } from "@domain-isolation/source-facts";
import type { MigrationTree } from "../trees/tree.js";

/** The files of a migration tree, handed over by whoever can read a disk. */
export interface TreeFiles {
  /** What the domain map names: a folder, relative to the root, `migrations/users`. */
  readonly folder: string;
  /** All files below it, relative to the root, sorted, without those that git ignores. */
  readonly files: readonly string[];
  /** The text of a file, also of one beside the folder; null where it isn't there or can't be read. */
  text(file: string): string | null;
}

/**
 * The trees of source files, and where the names lead that they import: migrations in code take
 * constants and helpers from beside them. `source` gives any ESTree, whoever parsed it.
 */
export type CodeFiles = Pick<DataWorld, "source" | "resolve">;

/** What is known of a tree before it is read. */
export interface TreeInput extends TreeFiles {
  readonly dialect: Dialect;
  /** Left out where nobody parses code: migrations that are written in it are then unreadable. */
  readonly code?: CodeFiles;
}

/**
 * Reads the migrations of one tool. It never throws: what it can't read becomes an opaque change or
 * a problem of the tree, with its place, and the rest is read all the same.
 */
export interface MigrationReader {
  /** As the domain map names it. The name of its folder. */
  readonly format: string;
  /**
   * Whether a tree looks like one of its own. Asked in the order of the registry, the particular
   * before the general; cheap: names first, then a look at as few files as it takes.
   */
  detects(files: TreeFiles): boolean;
  read(input: TreeInput): MigrationTree;
}
