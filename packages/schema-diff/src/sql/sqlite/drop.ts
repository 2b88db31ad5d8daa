import type { Change } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";

/** All behind `DROP`: SQLite knows no `CASCADE`. */
export function drop(reader: StatementReader): Change {
  const object = reader.takesOneOf(["table", "view", "index", "trigger"]);
  if (!object) return reader.fail("`TABLE`, `VIEW`, `INDEX` or `TRIGGER`");
  const ifExists = reader.takes("if exists");
  const name = reader.placedName(`the name of the ${object}`);
  const head = { at: reader.at, ifExists, cascade: false } as const;
  switch (object) {
    case "table":
      return { kind: "drop table", ...head, name };
    case "view":
      return { kind: "drop view", ...head, name };
    case "index":
      return { kind: "drop index", ...head, name, table: null };
    case "trigger":
      return { kind: "drop trigger", ...head, name: name.name, table: null };
  }
}
