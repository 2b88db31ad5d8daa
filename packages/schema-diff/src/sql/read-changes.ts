import { parseStatements, type ParsedStatement } from "@domain-isolation/sql";
import type { Change } from "../changes/change.js";
import { readMysqlStatement } from "./mysql/read-statement.js";
import { withoutClientLines } from "./postgresql/client-lines.js";
import { readPostgresqlStatement } from "./postgresql/read-statement.js";
import { placeIn, type SqlText } from "./sql-text.js";
import { readSqliteStatement } from "./sqlite/read-statement.js";

/** What the statements of a text change, in their order. Never throws. */
export function readChanges(sql: SqlText): readonly Change[] {
  const isPostgresql = sql.dialect === "postgresql";
  const sent = isPostgresql ? { ...sql, text: withoutClientLines(sql.text) } : sql;
  return parseStatements(sent.text, sent.dialect).flatMap((statement) =>
    readStatement(statement, sent),
  );
}

function readStatement(statement: ParsedStatement, sql: SqlText): readonly Change[] {
  switch (sql.dialect) {
    case "postgresql":
      return statement.tree ? readPostgresqlStatement(statement, sql) : [refused(statement, sql)];
    case "sqlite":
      return readSqliteStatement(statement, sql);
    case "mysql":
      return readMysqlStatement(statement, sql);
  }
}

function refused({ start, end, refusal }: ParsedStatement, sql: SqlText): Change {
  const offset = Math.min(refusal?.offset ?? start, end);
  return {
    kind: "opaque",
    at: placeIn(sql, start, end),
    isBroken: true,
    reason: `it can't be parsed: ${refusal?.reason ?? "unknown"} (at ${String(offset - start)})`,
    reads: [],
    writes: [],
  };
}
