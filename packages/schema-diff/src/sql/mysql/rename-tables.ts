import type { Change } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";

/** All behind `RENAME TABLE`: `a TO b, c TO d` */
export function renameTables(reader: StatementReader): readonly Change[] {
  const changes: Change[] = [];
  do {
    const ifExists = reader.takes("if exists");
    const name = reader.placedName("the name of a table");
    reader.expect("to");
    const target = reader.placedName("the new name");
    const { at } = reader;
    const moved = { ...name, name: target.name };
    const isMoved = target.schema !== null && target.schema !== name.schema;
    changes.push({ kind: "rename", object: "table", at, name, to: target.name, ifExists });
    if (isMoved) {
      const to = target.schema;
      changes.push({ kind: "set schema", object: "table", at, name: moved, to, ifExists });
    }
  } while (reader.takes(","));
  return changes;
}
