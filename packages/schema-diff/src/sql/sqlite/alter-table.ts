import type { Change, PlacedName } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { columnDefinition, columnNamed } from "./column-definition.js";
import { takeConflictClause } from "./conflict-clause.js";
import { tableConstraint } from "./table-constraint.js";

/** All behind `ALTER TABLE`: https://www.sqlite.org/lang_altertable.html */
export function alterTable(reader: StatementReader): readonly Change[] {
  const table = reader.placedName("the name of the table");
  const head = { at: reader.at, table, ifTableExists: false } as const;
  if (reader.takes("rename to")) return [renameTable(reader, table)];
  if (reader.takes("rename")) {
    reader.takes("column");
    const column = reader.name("the name of a column").name;
    reader.expect("to");
    const to = reader.name("the new name").name;
    return [{ kind: "rename column", ...head, column, to }];
  }
  if (reader.takes("add")) return add(reader, head);
  if (reader.takes("drop constraint")) {
    const { name } = reader.name("the name of a constraint");
    const drop = { name, constraint: null, ifExists: false, cascade: false };
    return [{ kind: "drop constraint", ...head, ...drop }];
  }
  if (reader.takes("drop")) {
    reader.takes("column");
    const column = reader.name("the name of a column").name;
    return [{ kind: "drop column", ...head, column, ifExists: false, cascade: false }];
  }
  reader.expect("alter");
  return alterColumn(reader, head);
}

interface Head {
  readonly at: Change["at"];
  readonly table: PlacedName;
  readonly ifTableExists: false;
}

function renameTable(reader: StatementReader, name: PlacedName): Change {
  const to = reader.name("the new name").name;
  return { kind: "rename", object: "table", at: reader.at, name, to, ifExists: false };
}

function add(reader: StatementReader, head: Head): readonly Change[] {
  if (reader.sees("constraint") || reader.sees("check")) {
    const { constraint } = tableConstraint(reader);
    return [{ kind: "add constraint", ...head, constraint }];
  }
  reader.takes("column");
  const ifNotExists = reader.takes("if not exists");
  const { column, constraints } = columnDefinition(reader);
  return [{ kind: "add column", ...head, ifNotExists, column, constraints, position: null }];
}

/** `NOT NULL`, since SQLite 3.53, and libSQL's whole new definition of a column. */
function alterColumn(reader: StatementReader, head: Head): readonly Change[] {
  reader.takes("column");
  const column = reader.name("the name of a column").name;
  const alter = { kind: "alter column", ...head, column } as const;
  if (reader.takes("drop not null")) return [{ ...alter, set: { nullable: true } }];
  if (reader.takes("set not null")) {
    takeConflictClause(reader);
    return [{ ...alter, set: { nullable: false } }];
  }
  reader.expect("to");
  return redefineColumn(reader, head, column);
}

/** https://docs.turso.tech/libsql#altering-columns */
function redefineColumn(reader: StatementReader, head: Head, column: string): readonly Change[] {
  const name = reader.name("the name of a column");
  const read = columnNamed(name, reader);
  const { type, nullable, default: value, generated, identity } = read.column;
  const set = { type, nullable, default: value, generated, identity };
  const isRenamed = name.name.toLowerCase() !== column.toLowerCase();
  return [
    { kind: "alter column", ...head, column, set },
    ...read.constraints.map((constraint): Change => ({
      kind: "add constraint",
      ...head,
      constraint,
    })),
    ...(isRenamed ? [{ kind: "rename column", ...head, column, to: name.name } as const] : []),
  ];
}
