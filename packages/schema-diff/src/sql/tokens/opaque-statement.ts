import type { Change } from "../../changes/change.js";
import type { StatementReader } from "./statement-reader.js";
import { refusalOfExpression, tablesIn } from "./tables-in.js";
import { touchedTables } from "./touched-tables.js";

/** A statement of which no more is known than the tables that the grammar finds in it. */
export function opaqueStatement({ statement, sql, at }: StatementReader, reason: string): Change {
  const { named, unread } = statement.tables();
  const { reads, writes } = touchedTables(named, unread, sql);
  return { kind: "opaque", at, reason, reads, writes };
}

/**
 * Says which parts of a definition can't be parsed, where the grammar refuses the whole: all else of
 * it is read.
 */
export function whatIsUnread(reader: StatementReader): readonly Change[] {
  const { statement, sql, at, expressions, queries } = reader;
  if (statement.tree) return [];
  const reasons = [
    ...expressions
      .flatMap((each) => refusalOfExpression(each, sql) ?? [])
      .map((reason) => {
        return `an expression in it can't be parsed: ${reason}`;
      }),
    ...queries
      .flatMap((each) => tablesIn(each, sql).unread)
      .map((clause) => {
        return `in its query ${clause}`;
      }),
  ];
  return [...new Set(reasons)].map((reason) => {
    return { kind: "opaque", at, reason, reads: [], writes: [] };
  });
}
