import type { Dialect, Table } from "@domain-isolation/model";
import type { Constraint, IndexDefinition } from "../../changes/change.js";
import type { State } from "../state.js";

/** In what databases differ when the same change is made. */
export interface DialectRules {
  readonly dialect: Dialect;
  /** Where names without a schema are looked for at first; the first of them is where they are made. */
  readonly searchPath: readonly (string | null)[];
  /** A name as it is compared. */
  readonly fold: (name: string) => string;
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
  /** Whether a column takes its keys and indexes along when it is dropped. */
  readonly columnsTakeKeysAlong: boolean;
}
