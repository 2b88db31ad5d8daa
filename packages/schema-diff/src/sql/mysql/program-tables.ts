import type { StatementReader, Stretch } from "../tokens/statement-reader.js";
import { tablesIn } from "../tokens/tables-in.js";
import { joinTouched, type TouchedTables } from "../tokens/touched-tables.js";

/** Words behind which a statement begins, in the programs that MySQL keeps. */
const opening = new Set(["begin", "then", "else", "do", "loop", "repeat", ";", ":", "handler"]);
const sql = new Set([
  ...["select", "insert", "update", "delete", "replace", "with", "truncate", "table", "values"],
  ...["create", "alter", "drop", "load", "call"],
]);

const nothing: TouchedTables = { reads: [], writes: [], unread: [] };

/**
 * The tables of the statements in the program that the rest of a statement is: of those in blocks,
 * branches and loops, and of the queries in expressions and cursors.
 * https://dev.mysql.com/doc/refman/8.4/en/sql-compound-statements.html
 */
export function programTables(reader: StatementReader): TouchedTables {
  const found: TouchedTables[] = [];
  let isOpening = true;
  while (!reader.isAtEnd) {
    const word = reader.word();
    if (isOpening && sql.has(word)) found.push(statementIn(reader));
    else if (word === "(" || isCursor(reader)) found.push(queryIn(reader));
    else if (word === "execute") {
      reader.skip();
      found.push({ ...nothing, unread: ["a statement runs whose text is worked out then"] });
    } else reader.skip();
    isOpening = opening.has(word) || (isOpening && word === "return");
  }
  return joinTouched(found);
}

function isCursor(reader: StatementReader): boolean {
  return reader.sees("cursor for");
}

function statementIn(reader: StatementReader): TouchedTables {
  return touched(
    reader.upTo(() => reader.sees(";")),
    reader,
  );
}

/** `DECLARE c CURSOR FOR query`, and what stands in parentheses, where that holds a query. */
function queryIn(reader: StatementReader): TouchedTables {
  if (reader.takes("cursor for")) return statementIn(reader);
  const { text, start } = reader.parenthesized();
  if (!/\bselect\b/iu.test(text)) return nothing;
  const before = "SELECT (";
  return touched({ text: `${before}${text})`, start: start - before.length, end: start }, reader);
}

function touched(stretch: Stretch, { sql: text }: StatementReader): TouchedTables {
  return tablesIn(stretch, text);
}
