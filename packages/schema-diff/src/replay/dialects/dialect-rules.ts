import type { Dialect, Key, Table } from "@domain-isolation/model";
import type { Constraint, IndexDefinition } from "../../changes/change.js";
import type { ColumnUse } from "../column-use.js";
import type { State } from "../state.js";

/** In what databases differ when the same change is made. */
export interface DialectRules {
  readonly dialect: Dialect;
  /** Where names without a schema are looked for at first; the first of them is where they are made. */
  readonly searchPath: readonly (string | null)[];
  /** A name of a table, a view, an index, as it is compared. */
  readonly fold: (name: string) => string;
  /** The name of a column, as it is compared. */
  readonly foldColumn: (name: string) => string;
  /** The name of a constraint that is given none; null where it has none. */
  nameConstraint(constraint: Constraint, table: Table, state: State): string | null;
  nameIndex(index: IndexDefinition, table: Table, state: State): string;
  /** The name of the sequence behind a column that numbers itself; null where there is none. */
  nameSequence(column: string, table: Table, state: State): string | null;
  /** Whether indexes share their names with tables, views and sequences. */
  readonly indexesAreRelations: boolean;
  /** Whether the columns of a primary key become `NOT NULL`. */
  readonly keysAreNotNull: boolean;
  /**
   * Whether what points to a table holds on to it: a drop needs `CASCADE`, and takes foreign keys and
   * views along. Where it doesn't, they keep the name.
   */
  readonly dependsByObject: boolean;
  /**
   * A table without the keys and indexes that go with a column of it; a clause where the column is
   * used so that it can't be dropped.
   */
  withoutColumn(table: Table, use: ColumnUse): Table | string;
  /** Whether views follow when what they read is renamed: their text does in SQLite. */
  readonly viewsFollow: "by object" | "in their text" | "not at all";
  /** Whether a unique constraint makes nothing, for there is a key of the same columns. */
  isRedundant(key: Key, constraint: Constraint, table: Table): boolean;
  /** The type of a column that is made by a query from one of a type. */
  resultType(type: string): string;
  /** Whether a unique index of whole columns and a unique constraint are one and the same. */
  readonly uniqueIndexesAreKeys: boolean;
}
