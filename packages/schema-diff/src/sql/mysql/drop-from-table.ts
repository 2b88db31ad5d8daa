import type { Change } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import type { TableHead } from "./alter-table.js";

/** What stands behind `DROP` within `ALTER TABLE`. */
export function dropFromTable(reader: StatementReader, head: TableHead): readonly Change[] {
  if (reader.takes("primary key")) {
    const key = { name: null, constraint: "primary key", ifExists: false } as const;
    return [{ kind: "drop constraint", ...head, ...key, cascade: false }];
  }
  if (reader.takesOneOf(["index", "key"])) {
    const ifExists = reader.takes("if exists");
    const name = reader.placedName("the name of an index");
    const { at, table } = head;
    return [{ kind: "drop index", at, table, name, ifExists, cascade: false }];
  }
  const constraint = reader.takesOneOf(["foreign key", "check", "constraint"]);
  if (constraint !== null) {
    const ifExists = reader.takes("if exists");
    const { name } = reader.placedName("the name of a constraint");
    const kind = constraint === "constraint" ? null : constraint;
    const drop = { name, constraint: kind, ifExists, cascade: false };
    return [{ kind: "drop constraint", ...head, ...drop }];
  }
  reader.takes("column");
  const ifExists = reader.takes("if exists");
  const column = reader.name("the name of a column").name;
  reader.takesOneOf(["restrict", "cascade"]);
  return [{ kind: "drop column", ...head, column, ifExists, cascade: false }];
}
