import type { Grammar } from "./grammar.js";
import { splitStatements } from "./lexer/statements.js";
import { postgresqlGrammar } from "./postgresql/postgresql-grammar.js";
import { readStatement } from "./segments/read-statement.js";
import { joinSegments } from "./segments/source.js";
import type { SqlDialect, SqlReading, SqlSegment } from "./sql-reading.js";
import { mysqlGrammar, sqliteGrammar } from "./sqlparser/sqlparser-grammar.js";

const grammars: Readonly<Record<SqlDialect, Grammar>> = {
  postgresql: postgresqlGrammar,
  sqlite: sqliteGrammar,
  mysql: mysqlGrammar,
};

/**
 * Which tables a text of SQL reads, writes and locks, by the grammar of its dialect, which is loaded
 * when its first text is read. It is synchronous and never throws: what it can't read, `opaque`
 * says.
 */
export function readSql(segments: readonly SqlSegment[], dialect: SqlDialect): SqlReading {
  const source = joinSegments(segments);
  const sql = { source, segments, dialect, grammar: grammars[dialect] };
  const results = splitStatements(source.text, dialect).map((each) => readStatement(each, sql));
  const unread = new Set(results.flatMap((result) => result.unread));
  return {
    operation: results[0]?.operation ?? "other",
    tables: results.flatMap(({ tables }) => tables).toSorted(byPlace),
    opaque: unread.size > 0 ? [...unread].join("; ") : null,
  };
}

function byPlace(a: SqlReading["tables"][number], b: SqlReading["tables"][number]): number {
  return a.segment - b.segment || a.start - b.start;
}
