import { grammars } from "./grammars.js";
import { splitStatements, type Statement } from "./lexer/statements.js";
import { createReadingCache } from "./reading-cache.js";
import { readStatement, type SqlText, type StatementResult } from "./segments/read-statement.js";
import { joinSegments } from "./segments/source.js";
import type { SqlDialect, SqlReading, SqlSegment, SqlTable } from "./sql-reading.js";
import { withoutTemporary } from "./without-temporary.js";

const cache = createReadingCache();

/**
 * Which tables a text of SQL reads, writes and locks, by the grammar of its dialect, which is loaded
 * when the first text is read. It is synchronous and never throws: what it can't read, `opaque` says.
 */
export function readSql(segments: readonly SqlSegment[], dialect: SqlDialect): SqlReading {
  return cache.get(segments, dialect, () => readAnew(segments, dialect));
}

function readAnew(segments: readonly SqlSegment[], dialect: SqlDialect): SqlReading {
  const source = joinSegments(segments);
  const sql: SqlText = { source, segments, dialect, grammar: grammars[dialect] };
  const statements = splitStatements(source.text, dialect);
  const results = statements.map((statement) => readSafely(statement, sql));
  const unread = new Set(
    results.flatMap((result, index) => [
      ...(result.refusal === null ? [] : refusalOf(result.refusal, index, results.length)),
      ...result.unread,
    ]),
  );
  return {
    operation: results[0]?.operation ?? "other",
    tables: withoutTemporary(results, dialect).toSorted(byPlace),
    opaque: unread.size > 0 ? [...unread].join("; ") : null,
  };
}

/** A tree can be so deep that to walk over it takes more stack than there is. */
function readSafely(statement: Statement, sql: SqlText): StatementResult {
  try {
    return readStatement(statement, sql);
  } catch (error) {
    const isTooDeep = error instanceof RangeError || !(error instanceof Error);
    const refusal = isTooDeep ? "it is nested too deeply" : error.message;
    return { operation: "other", tables: [], temporary: [], refusal, unread: [] };
  }
}

function refusalOf(refusal: string, index: number, count: number): readonly string[] {
  const which = count === 1 ? "the SQL" : `statement ${String(index + 1)} of ${String(count)}`;
  return [`${which} can't be parsed: ${refusal}`];
}

function byPlace(a: SqlTable, b: SqlTable): number {
  return a.segment - b.segment || a.start - b.start;
}
