import { parseStatements, type ParsedStatement } from "@domain-isolation/sql";
import type { Change } from "../changes/change.js";
import { readPostgresqlStatement } from "./postgresql/read-statement.js";
import { placeIn, type SqlText } from "./sql-text.js";

/** What the statements of a text change, in their order. Never throws. */
export function readChanges(sql: SqlText): readonly Change[] {
  return parseStatements(sql.text, sql.dialect).flatMap((statement) =>
    statement.tree ? readStatement(statement, sql) : [refused(statement, sql)],
  );
}

function readStatement(statement: ParsedStatement, sql: SqlText): readonly Change[] {
  switch (sql.dialect) {
    case "postgresql":
      return readPostgresqlStatement(statement, sql);
    case "sqlite":
    case "mysql":
      return [];
  }
}

function refused({ start, end, refusal }: ParsedStatement, sql: SqlText): Change {
  const offset = Math.min(refusal?.offset ?? start, end);
  return {
    kind: "opaque",
    at: placeIn(sql, start, end),
    reason: `it can't be parsed: ${refusal?.reason ?? "unknown"} (at ${String(offset - start)})`,
    reads: [],
    writes: [],
  };
}
