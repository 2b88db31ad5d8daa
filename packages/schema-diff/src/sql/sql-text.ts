import type { Dialect, SourcePlace, Span } from "@domain-isolation/model";

/** A text of SQL, wherever it stands: a file of its own, or a string in one of another language. */
export interface SqlText {
  readonly text: string;
  readonly dialect: Dialect;
  /** The file that holds it. */
  readonly file: string;
  /** Where a stretch of the text stands in the file. */
  spanOf(start: number, end: number): Span;
}

/** A file of nothing but SQL. */
export function sqlFile(file: string, text: string, dialect: Dialect): SqlText {
  return { text, dialect, file, spanOf: (start, end) => ({ start, end }) };
}

export function placeIn(sql: SqlText, start: number, end: number): SourcePlace {
  return { file: sql.file, span: sql.spanOf(start, end) };
}
