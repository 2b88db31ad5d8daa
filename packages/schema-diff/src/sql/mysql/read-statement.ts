import type { ParsedStatement } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import { changeOfRows } from "../tokens/change-of-rows.js";
import { opaqueStatement, whatIsUnread } from "../tokens/opaque-statement.js";
import { StatementReader, UnreadableStatement } from "../tokens/statement-reader.js";
import type { SqlText } from "../sql-text.js";
import { alterTable } from "./alter-table.js";
import { create } from "./create.js";
import { createView } from "./create-view.js";
import { takeDefiner } from "./definer.js";
import { drop } from "./drop.js";
import { renameTables } from "./rename-tables.js";

/** What changes no schema and no rows. */
const unchanging = new Set([
  ...[
    "set",
    "begin",
    "start",
    "commit",
    "rollback",
    "savepoint",
    "release",
    "lock",
    "unlock",
    "xa",
  ],
  ...["show", "explain", "describe", "desc", "help", "flush", "analyze", "optimize", "check"],
  ...["repair", "checksum", "grant", "revoke", "purge", "reset", "kill", "install", "uninstall"],
  ...["cache", "binlog", "change", "stop", "shutdown", "restart", "clone", "import"],
  // What is prepared is seen where it is executed.
  ...["prepare", "deallocate"],
]);

/**
 * What one statement of MySQL changes. Definitions are read from their tokens: sqlparser knows only
 * some of MySQL's, and its tree doesn't keep them as they were written.
 */
export function readMysqlStatement(statement: ParsedStatement, sql: SqlText): readonly Change[] {
  const reader = new StatementReader(statement, sql);
  try {
    return readWith(reader);
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
  if (reader.takesOneOf(["alter table", "alter ignore table", "alter online table"])) {
    return alterTable(reader);
  }
  if (reader.takes("drop")) return drop(reader);
  if (reader.takesOneOf(["rename table", "rename tables"])) return renameTables(reader);
  if (reader.takes("use")) return [searchPath(reader)];
  return reader.takes("alter") ? alterOther(reader) : null;
}

function searchPath(reader: StatementReader): Change {
  const { name } = reader.name("the name of a database");
  return { kind: "set search path", at: reader.at, schemas: [name] };
}

/** `ALTER VIEW` defines a view anew; all others change what the model doesn't keep. */
function alterOther(reader: StatementReader): readonly Change[] {
  takeDefiner(reader);
  if (reader.takes("view")) return [createView(reader, true)];
  reader.upTo(() => false);
  return [];
}
