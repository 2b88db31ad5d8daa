import type { ParsedStatement } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import { changeOfRows } from "../tokens/change-of-rows.js";
import { opaqueStatement, whatIsUnread } from "../tokens/opaque-statement.js";
import { StatementReader, UnreadableStatement } from "../tokens/statement-reader.js";
import type { SqlText } from "../sql-text.js";
import { alterTable } from "./alter-table.js";
import { attachedDatabase } from "./attached-database.js";
import { createIndex } from "./create-index.js";
import { createTable } from "./create-table.js";
import { createTrigger } from "./create-trigger.js";
import { createView } from "./create-view.js";
import { createVirtualTable } from "./create-virtual-table.js";
import { drop } from "./drop.js";

/** What changes no schema and no rows. */
const unchanging = new Set([
  ...["pragma", "begin", "commit", "end", "rollback", "savepoint", "release", "vacuum", "analyze"],
  ...["reindex", "attach", "detach", "explain"],
]);

/**
 * What one statement of SQLite changes. Definitions are read from their tokens, for sqlparser's tree
 * keeps neither types nor expressions as they were written, which is what SQLite itself keeps.
 */
export function readSqliteStatement(statement: ParsedStatement, sql: SqlText): readonly Change[] {
  const reader = new StatementReader(statement, sql);
  try {
    const changes = readWith(reader);
    const attached = attachedDatabase(changes);
    if (attached === null) return changes;
    const reason = `it goes to the database \`${attached}\`, which is attached`;
    return [opaqueStatement(reader, reason)];
  } catch (error) {
    if (!(error instanceof UnreadableStatement)) throw error;
    return [opaqueStatement(reader, `it can't be parsed: ${error.message}`)];
  }
}

function readWith(reader: StatementReader): readonly Change[] {
  if (unchanging.has(reader.word())) return [];
  const definition = readDefinition(reader);
  if (!definition) return changeOfRows(reader);
  reader.finish();
  return [...definition, ...whatIsUnread(reader)];
}

/** Null where it is something else. */
function readDefinition(reader: StatementReader): readonly Change[] | null {
  if (reader.takes("create")) return create(reader);
  if (reader.takes("alter table")) return alterTable(reader);
  if (reader.takes("drop")) return [drop(reader)];
  return null;
}

function create(reader: StatementReader): readonly Change[] {
  const temporary = reader.takesOneOf(["temp", "temporary"]) !== null;
  if (reader.takes("table")) return [createTable(reader, temporary)];
  if (reader.takes("view")) return [createView(reader, temporary)];
  if (reader.takes("trigger")) return createTrigger(reader, temporary);
  if (reader.takes("virtual table")) return [createVirtualTable(reader)];
  const unique = reader.takes("unique");
  if (reader.takes("index")) return [createIndex(reader, unique)];
  return reader.fail("`TABLE`, `INDEX`, `VIEW`, `TRIGGER` or `VIRTUAL TABLE`");
}
