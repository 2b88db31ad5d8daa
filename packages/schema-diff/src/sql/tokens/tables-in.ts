import { parseStatements } from "@domain-isolation/sql";
import type { SqlText } from "../sql-text.js";
import type { Stretch } from "./statement-reader.js";
import { joinTouched, touchedTables, type TouchedTables } from "./touched-tables.js";

/** The tables that the statements in a stretch of a text touch. */
export function tablesIn({ text, start }: Stretch, sql: SqlText): TouchedTables {
  const statements = parseStatements(text, sql.dialect).map((statement) => {
    const { named, unread } = statement.tables();
    const refused = statement.refusal
      ? [`a statement can't be parsed: ${statement.refusal.reason}`]
      : [];
    return touchedTables(named, [...refused, ...unread], sql, start);
  });
  return joinTouched(statements);
}

/** Why an expression can't be parsed: a clause; null where it can. */
export function refusalOfExpression({ text }: Stretch, sql: SqlText): string | null {
  const [statement, ...others] = parseStatements(`SELECT (${text}\n)`, sql.dialect);
  if (!statement || others.length > 0) return "there are several statements in it";
  return statement.refusal?.reason ?? null;
}
