import type { Change } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { createIndex } from "./create-index.js";
import { createEvent, createRoutine } from "./create-routine.js";
import { createTable } from "./create-table.js";
import { createTrigger } from "./create-trigger.js";
import { createView } from "./create-view.js";
import { takeDefiner } from "./definer.js";

/** What belongs to the server, not to a schema. */
const elsewhere = ["user", "role", "server", "tablespace", "undo", "logfile", "spatial reference"];

/** All behind `CREATE`. */
export function create(reader: StatementReader): readonly Change[] {
  const orReplace = reader.takes("or replace");
  takeDefiner(reader);
  const temporary = reader.takes("temporary");
  if (reader.takes("table")) return [createTable(reader, temporary)];
  if (reader.takes("view")) return [createView(reader, orReplace)];
  if (reader.takes("trigger")) return createTrigger(reader, orReplace);
  reader.takes("aggregate");
  const routine = reader.takesOneOf(["function", "procedure"]);
  if (routine) return createRoutine(reader, routine, orReplace);
  if (reader.takes("event")) return createEvent(reader);
  if (reader.takesOneOf(["database", "schema"])) return [createDatabase(reader)];
  if (reader.takesOneOf(elsewhere)) {
    reader.upTo(() => false);
    return [];
  }
  const index = createIndex(reader);
  return index ? [index] : reader.fail("what to create");
}

function createDatabase(reader: StatementReader): Change {
  const ifNotExists = reader.takes("if not exists");
  const name = reader.placedName("the name of the database");
  reader.upTo(() => false);
  return { kind: "create schema", at: reader.at, name, ifNotExists };
}
