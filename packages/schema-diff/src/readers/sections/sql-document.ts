import type { Dialect, Span } from "@domain-isolation/model";
import { parseStatements } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import { readChanges } from "../../sql/read-changes.js";
import { placeIn, type SqlText } from "../../sql/sql-text.js";

/** A file of SQL, as it was read. */
export interface SqlDocument {
  readonly file: string;
  readonly text: string;
  readonly dialect: Dialect;
}

/** What stretches of a file change. */
export function changesIn(document: SqlDocument, spans: readonly Span[]): readonly Change[] {
  return spans.flatMap((span) => readChanges(stretchOf(document, span)));
}

/** Each statement of stretches that are not read, for a reason. */
export function unread(
  document: SqlDocument,
  spans: readonly Span[],
  reason: string,
): readonly Change[] {
  return spans.flatMap((span) => {
    const sql = stretchOf(document, span);
    return parseStatements(sql.text, sql.dialect).map((statement): Change => {
      const at = placeIn(sql, statement.start, statement.end);
      return { kind: "opaque", at, reason, reads: [], writes: [] };
    });
  });
}

function stretchOf({ file, text, dialect }: SqlDocument, span: Span): SqlText {
  return {
    file,
    dialect,
    text: text.slice(span.start, span.end),
    spanOf: (start, end) => ({ start: span.start + start, end: span.start + end }),
  };
}
