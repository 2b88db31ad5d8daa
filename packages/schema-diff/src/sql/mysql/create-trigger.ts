import type { Change } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { programTables } from "./program-tables.js";

/** All behind `TRIGGER`: https://dev.mysql.com/doc/refman/8.4/en/create-trigger.html */
export function createTrigger(reader: StatementReader, orReplace: boolean): readonly Change[] {
  const ifNotExists = reader.takes("if not exists");
  const { name } = reader.placedName("the name of the trigger");
  if (!reader.takesOneOf(["before", "after"])) reader.fail("`BEFORE` or `AFTER`");
  const event = reader.takesOneOf(["insert", "update", "delete"]);
  if (!event) reader.fail("`INSERT`, `UPDATE` or `DELETE`");
  reader.expect("on");
  const table = reader.placedName("the name of the table");
  reader.expect("for each row");
  if (reader.takesOneOf(["follows", "precedes"])) reader.placedName("the name of a trigger");
  const { reads, writes, unread } = programTables(reader);
  const { at } = reader;
  const trigger = { kind: "create trigger", at, name, table, routine: null } as const;
  return [
    { ...trigger, orReplace, ifNotExists, reads, writes },
    ...unread.map((clause): Change => {
      const reason = `in the trigger ${clause}`;
      return { kind: "opaque", at, reason, reads: [], writes: [] };
    }),
  ];
}
