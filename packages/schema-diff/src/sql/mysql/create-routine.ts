import type { Change } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { programTables } from "./program-tables.js";

/** All behind `FUNCTION` and `PROCEDURE`: https://dev.mysql.com/doc/refman/8.4/en/create-procedure.html */
export function createRoutine(
  reader: StatementReader,
  routine: "function" | "procedure",
  orReplace: boolean,
): readonly Change[] {
  reader.takes("if not exists");
  const name = reader.placedName(`the name of the ${routine}`);
  // Of a library, whose body isn't SQL: `CREATE FUNCTION f RETURNS STRING SONAME 'f.so'`
  const isNative = !reader.sees("(");
  if (isNative) reader.upTo(() => false);
  else reader.parenthesized();
  const { reads, writes, unread } = programTables(reader);
  const { at } = reader;
  return [
    { kind: "create routine", at, name, routine, arguments: [], orReplace, reads, writes },
    ...unread.map((clause): Change => {
      const reason = `in the ${routine} ${clause}`;
      return { kind: "opaque", at, reason, reads: [], writes: [] };
    }),
  ];
}

/** All behind `EVENT`: no part of the schema, but it changes rows. */
export function createEvent(reader: StatementReader): readonly Change[] {
  reader.upTo(() => reader.sees("do"));
  reader.expect("do");
  const { reads, writes, unread } = programTables(reader);
  const { at } = reader;
  if (unread.length > 0) return [{ kind: "opaque", at, reason: unread.join("; "), reads, writes }];
  return [{ kind: "change rows", at, reads, writes }];
}
