import type { IndexPart } from "@domain-isolation/model";
import type { ColumnDefinition, Constraint, CreateTable } from "../../changes/change.js";

/** What the dialects write in words of their own. */
export interface SqlDialect {
  /** A name in the quotes of the dialect. */
  readonly quote: (name: string) => string;
  /** A value as a string. */
  readonly string: (value: string) => string;
  /** What stands behind the name of a column. */
  readonly column: (column: ColumnDefinition, table: { readonly name: string }) => string;
  readonly indexPart: (part: IndexPart) => string;
  /** The words before the columns of a key: `UNIQUE KEY "name"`. */
  readonly keyHead: (kind: "primary key" | "unique", name: string | null) => string;
  /** Whether it stands among the columns of its table, and isn't added afterwards. */
  readonly isWithinTable: (part: Constraint | "index", table: CreateTable) => boolean;
}
