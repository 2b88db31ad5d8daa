import type { Change, PlacedName } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { takeExecution } from "./create-index.js";

/** All behind `DROP`. What isn't part of a schema, as users and events, changes nothing. */
export function drop(reader: StatementReader): readonly Change[] {
  reader.takes("temporary");
  const object = reader.takesOneOf([
    ...(["table", "tables", "view", "index", "trigger", "function", "procedure"] as const),
    ...(["database", "schema", "event", "user", "role", "server", "tablespace"] as const),
  ]);
  if (!object) return reader.fail("what to drop");
  const ifExists = reader.takes("if exists");
  const { at } = reader;
  const head = { at, ifExists, cascade: false } as const;
  const first = reader.placedName(`the name of the ${object}`);
  switch (object) {
    case "table":
    case "tables":
      return listed(first, reader).map((name) => ({ kind: "drop table", ...head, name }));
    case "view":
      return listed(first, reader).map((name) => ({ kind: "drop view", ...head, name }));
    case "index":
      return [{ kind: "drop index", ...head, name: first, table: indexedTable(reader) }];
    case "trigger":
      return [{ kind: "drop trigger", ...head, name: first.name, table: null }];
    case "function":
    case "procedure":
      return [{ kind: "drop routine", ...head, name: first, arguments: null }];
    case "database":
    case "schema":
      return [{ kind: "drop schema", ...head, name: first, cascade: true }];
    default:
      reader.upTo(() => false);
      return [];
  }
}

function listed(first: PlacedName, reader: StatementReader): readonly PlacedName[] {
  const names = [first];
  while (reader.takes(",")) names.push(reader.placedName("a name"));
  reader.takesOneOf(["restrict", "cascade"]);
  return names;
}

function indexedTable(reader: StatementReader): PlacedName {
  reader.expect("on");
  const table = reader.placedName("the name of the table");
  takeExecution(reader);
  return table;
}
