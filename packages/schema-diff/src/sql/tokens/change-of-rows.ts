import type { Change } from "../../changes/change.js";
import { opaqueStatement } from "./opaque-statement.js";
import type { StatementReader } from "./statement-reader.js";
import { touchedTables } from "./touched-tables.js";

/** A query, `INSERT`, `UPDATE`, `DELETE` and their kin. One that touches no table changes nothing. */
export function changeOfRows(reader: StatementReader): readonly Change[] {
  const { statement, sql, at } = reader;
  if (statement.refusal) {
    return [opaqueStatement(reader, `it can't be parsed: ${statement.refusal.reason}`)];
  }
  const { named, unread } = statement.tables();
  const { reads, writes } = touchedTables(named, unread, sql);
  if (unread.length > 0) return [{ kind: "opaque", at, reason: unread.join("; "), reads, writes }];
  const isNothing = reads.length + writes.length === 0;
  return isNothing ? [] : [{ kind: "change rows", at, reads, writes }];
}
