/** The dialects that can be read. */
export type SqlDialect = "postgresql" | "sqlite" | "mysql";

/**
 * A text of SQL as code holds it: stretches of text, and between them what is put in when it runs.
 * `SELECT * FROM ${users} WHERE id = ${id}` is text, table, text, value. Segments can stand anywhere:
 * within quotes (`"${users}"`, `'%${name}%'`), in names (`archive_${year}`), in comments.
 */
export type SqlSegment =
  | { readonly kind: "text"; readonly text: string }
  /** A value, or a list of values: a placeholder stands for it. */
  | { readonly kind: "value" }
  /** The name of a table that the code knows, as the database has it: without quotes. */
  | { readonly kind: "table"; readonly name: string; readonly schema: string | null }
  /**
   * The name of a column, or of something else that is no table. In a table's place it makes the
   * reading opaque.
   */
  | { readonly kind: "identifier" }
  /**
   * Columns, with values where the statement takes such, as a library writes them: `(a) VALUES (1)` of
   * an INSERT, `a = 1` of an UPDATE, `a`, `(1)`. In a table's place `reason` becomes a part of `opaque`.
   */
  | { readonly kind: "columns"; readonly reason: string }
  /**
   * It can't be told which of these, or it is a piece of SQL. Where only a value makes sense it is
   * taken for one; everywhere else the tables that the rest names are read, and `reason`, a clause,
   * becomes a part of `opaque`.
   */
  | { readonly kind: "unknown"; readonly reason: string };

export interface SqlTable {
  /**
   * The table's name: exactly as it is written in quotes or given by a segment; without quotes
   * folded to lower case in PostgreSQL, and as it is written in MySQL and SQLite.
   */
  readonly name: string;
  /** The schema, or database, that is written before it. */
  readonly schema: string | null;
  /**
   * `write` is all that changes the table, its rows or its definition; `lock` is
   * `SELECT … FOR UPDATE` and its kin, and `LOCK TABLE`.
   */
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
  /**
   * In the order of their places; a table that is named twice stands here twice. Queries of `WITH`,
   * functions and temporary tables are no tables.
   */
  readonly tables: readonly SqlTable[];
  /** Why some of it could not be read: clauses, or null. Then `tables` can lack some. */
  readonly opaque: string | null;
}
