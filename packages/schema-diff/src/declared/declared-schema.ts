import type { ObjectName, Schema, SourcePlace } from "@domain-isolation/model";

/** A schema as models or a tool's records declare it, to be compared with that of the migrations. */
export interface DeclaredSchema {
  readonly schema: Schema;
  readonly problems: readonly DeclarationProblem[];
  /** Whether the tables are known to be all of a database: a part is declared for one use or another. */
  readonly isWhole: boolean;
}

/** Something in a declaration that can't be read. Everything else was. */
export interface DeclarationProblem {
  readonly at: SourcePlace;
  /** A clause: what, why. */
  readonly message: string;
  /** The table that isn't known whole for it, where it is about one. */
  readonly table?: ObjectName | null;
}
