import type { Token } from "./lexer/token.js";
import type { Edit } from "./segments/rewrite.js";
import type { SqlTable } from "./sql-reading.js";
import type { TreeNode } from "./tree/tree-node.js";

/** What a grammar makes of the text of one statement. */
export type Parsed =
  | { readonly kind: "tree"; readonly tree: TreeNode }
  | {
      readonly kind: "refused";
      /** A clause that says why. */
      readonly reason: string;
      /** The offset at which it gave up; the end where it doesn't say. */
      readonly offset: number;
    };

/** A table that a statement names, in UTF-16 offsets into the text that was parsed. */
export interface NamedTable {
  /** The names between the dots, as the database understands them: the last one is the table's. */
  readonly path: readonly string[];
  readonly access: SqlTable["access"];
  readonly start: number;
  /** Where the last name begins. */
  readonly nameStart: number;
  readonly end: number;
}

export interface StatementReading {
  readonly operation: string;
  readonly tables: readonly NamedTable[];
  /** The temporary tables that it makes, which are not among `tables`. */
  readonly temporary: readonly string[];
  /** Clauses that say what of it can't be read. */
  readonly unread: readonly string[];
}

export interface Grammar {
  /** Whether it gives up at the first token that can't follow, and not at an earlier one. */
  readonly isExact: boolean;
  parse(sql: string): Parsed;
  read(tree: TreeNode, sql: string): StatementReading;
  /** The node of the one statement that a tree holds. */
  statementOf(tree: TreeNode): TreeNode;
  /**
   * Says the same of tables in words that the grammar knows: what it would misread, and, where it
   * has refused the statement, what it may not know.
   */
  reword(tokens: readonly Token[], text: string, isRefused: boolean): readonly Edit[];
  /** The operation of a statement that it refuses, where the first word says that it has no tables. */
  operationWithoutTables(firstWord: string): string | null;
}
