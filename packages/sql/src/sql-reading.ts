/** The dialects that can be read. */
export type SqlDialect = "postgresql" | "sqlite" | "mysql";

/**
 * A text of SQL as code holds it: stretches of text, and between them what is put in when it runs.
 * `SELECT * FROM ${users} WHERE id = ${id}` is text, table, text, value.
 */
export type SqlSegment =
  | { readonly kind: "text"; readonly text: string }
  /** A value: a placeholder stands for it. */
  | { readonly kind: "value" }
  /** The name of a table that the code knows. */
  | { readonly kind: "table"; readonly name: string; readonly schema: string | null }
  /** The name of a column, or of something else that is no table. */
  | { readonly kind: "identifier" }
  /** It can't be told which of these; `reason` is a clause. */
  | { readonly kind: "unknown"; readonly reason: string };

export interface SqlTable {
  readonly name: string;
  readonly schema: string | null;
  readonly access: "read" | "write" | "lock";
  /**
   * Where the name stands: the index of its segment, and UTF-16 offsets into that segment's text,
   * quotes and schema included. In a `table` segment both are 0.
   */
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

export interface SqlReading {
  /**
   * What the first statement does: `select`, `insert`, `update`, `delete`, `merge`, `ddl`,
   * `transaction` (BEGIN, COMMIT …) or `other`.
   */
  readonly operation: string;
  /** In the order of their places; a table that is named twice stands here twice. */
  readonly tables: readonly SqlTable[];
  /** Why some of it could not be read: a clause, or null. */
  readonly opaque: string | null;
}
