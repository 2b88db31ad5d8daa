import type { Change } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { tablesIn } from "../tokens/tables-in.js";
import { joinTouched, type TouchedTables } from "../tokens/touched-tables.js";

/** All behind `CREATE TRIGGER`: https://www.sqlite.org/lang_createtrigger.html */
export function createTrigger(reader: StatementReader, temporary: boolean): readonly Change[] {
  const ifNotExists = reader.takes("if not exists");
  const name = reader.placedName("the name of the trigger");
  takeEvent(reader);
  reader.expect("on");
  const table = reader.placedName("the name of the table");
  reader.takes("for each row");
  const { reads, writes, unread } = triggerProgram(reader);
  const { at } = reader;
  const opaque = unread.map((reason): Change => {
    return { kind: "opaque", at, reason: `in the trigger ${reason}`, reads: [], writes: [] };
  });
  const isTemporary = temporary || name.schema?.toLowerCase() === "temp";
  const trigger = { kind: "create trigger", at, name: name.name, table, routine: null } as const;
  const settings = { orReplace: false, ifNotExists, temporary: isTemporary };
  return [{ ...trigger, ...settings, reads, writes }, ...opaque];
}

function takeEvent(reader: StatementReader): void {
  reader.takesOneOf(["before", "after", "instead of"]);
  const event = reader.takesOneOf(["delete", "insert", "update"]);
  if (!event) reader.fail("`DELETE`, `INSERT` or `UPDATE`");
  if (event !== "update" || !reader.takes("of")) return;
  do reader.name("the name of a column");
  while (reader.takes(","));
}

/** The condition, and the statements between `BEGIN` and `END`. */
function triggerProgram(reader: StatementReader): TouchedTables {
  const parts: TouchedTables[] = [];
  if (reader.takes("when")) {
    const condition = reader.upTo(() => reader.sees("begin"));
    const text = `SELECT ${condition.text}`;
    const start = condition.start - "SELECT ".length;
    parts.push(tablesIn({ ...condition, text, start }, reader.sql));
  }
  reader.expect("begin");
  const body = reader.upTo(() => reader.sees("end") && reader.word(1) === "");
  reader.expect("end");
  return joinTouched([...parts, tablesIn(body, reader.sql)]);
}
