import type { SqlTable } from "../sql-reading.js";
import type { TreeNode } from "../tree/tree-node.js";

/** A table that the tree names, not yet with a place in UTF-16. */
export interface FoundTable {
  readonly path: readonly string[];
  readonly access: SqlTable["access"];
  /**
   * The offset in bytes of UTF-8 that the tree gives; where it gives none, the words of which one
   * stands before the name.
   */
  readonly place: number | readonly string[];
}

/** A string that holds statements itself: a function's body. */
export interface FoundCode {
  /** In lower case. */
  readonly language: string;
  /** The offset in bytes of the string, or of the `AS` before it. */
  readonly place: number;
}

/** What a walk over a tree gathers. */
export interface Found {
  readonly tables: FoundTable[];
  /** Where those stand that have a place. */
  readonly places: Set<FoundTable["place"]>;
  /** The `RangeVar`s that a `SELECT` locks. */
  readonly locked: Set<TreeNode>;
  readonly code: FoundCode[];
  /** The temporary tables that are made: they are nobody's but the connection's. */
  readonly temporary: string[];
  readonly unread: string[];
}

export function createFound(): Found {
  return {
    tables: [],
    places: new Set(),
    locked: new Set(),
    code: [],
    temporary: [],
    unread: [],
  };
}
