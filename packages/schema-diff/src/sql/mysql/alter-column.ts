import type { AlterColumn, Change } from "../../changes/change.js";
import type { Name, StatementReader } from "../tokens/statement-reader.js";
import { columnPosition } from "./add-to-table.js";
import type { TableHead } from "./alter-table.js";
import { columnNamed } from "./column-definition.js";
import { defaultValue } from "./default-value.js";

/** `MODIFY a int NOT NULL AFTER b`: a column's whole definition anew. */
export function modifyColumn(reader: StatementReader, head: TableHead): readonly Change[] {
  reader.takes("column");
  reader.takes("if exists");
  return redefined(reader.name("the name of a column"), reader, head);
}

/** `CHANGE a b int`: the same, with another name. */
export function changeColumn(reader: StatementReader, head: TableHead): readonly Change[] {
  reader.takes("column");
  reader.takes("if exists");
  const column = reader.name("the name of a column").name;
  const name = reader.name("the new name");
  const changes = redefined(name, reader, head);
  if (name.name === column) return changes;
  return [{ kind: "rename column", ...head, column, to: name.name }, ...changes];
}

function redefined(name: Name, reader: StatementReader, head: TableHead): readonly Change[] {
  const { column, constraints } = columnNamed(name, reader);
  const { type, nullable, default: value, identity, generated, comment } = column;
  const set = { type, nullable, default: value, identity, generated, comment };
  const position = columnPosition(reader);
  const alter: AlterColumn = { kind: "alter column", ...head, column: column.name, set };
  return [
    position === null ? alter : { ...alter, position },
    ...constraints.map((constraint): Change => ({ kind: "add constraint", ...head, constraint })),
  ];
}

/** What stands behind `ALTER` within `ALTER TABLE`: a default, and what the model doesn't keep. */
export function alterColumn(reader: StatementReader, head: TableHead): readonly Change[] {
  if (reader.takesOneOf(["index", "key"])) {
    reader.name("the name of an index");
    reader.takesOneOf(["visible", "invisible", "ignored", "not ignored"]);
    return [];
  }
  if (reader.takesOneOf(["check", "constraint"])) {
    reader.name("the name of a constraint");
    reader.takesOneOf(["enforced", "not enforced"]);
    return [];
  }
  reader.takes("column");
  const column = reader.name("the name of a column").name;
  if (reader.takesOneOf(["set visible", "set invisible"])) return [];
  const alter = { kind: "alter column", ...head, column } as const;
  if (reader.takes("drop default")) return [{ ...alter, set: { default: null } }];
  reader.expect("set default");
  return [{ ...alter, set: { default: defaultValue(reader) } }];
}
