import type { ColumnDefinition, Constraint } from "../../changes/change.js";
import type { Name, StatementReader } from "../tokens/statement-reader.js";
import { columnType } from "./column-type.js";
import { takeConflictClause } from "./conflict-clause.js";
import { defaultValue } from "./default-value.js";
import { foreignKeyClause, takeDeferral } from "../tokens/foreign-key-clause.js";

/** A column with the constraints that stand behind it. */
export interface ReadColumn {
  readonly column: ColumnDefinition;
  readonly constraints: readonly Constraint[];
}

/** What the constraints of a column make of it. */
interface Draft {
  readonly name: string;
  nullable: boolean;
  default: string | null;
  isCounted: boolean;
  generated: string | null;
  readonly constraints: Constraint[];
}

/** https://www.sqlite.org/syntax/column-def.html */
export function columnDefinition(reader: StatementReader): ReadColumn {
  return columnNamed(reader.name("the name of a column"), reader);
}

/** All that stands behind the name. */
export function columnNamed({ name, at }: Name, reader: StatementReader): ReadColumn {
  const type = columnType(reader);
  const draft: Draft = {
    name,
    nullable: true,
    default: null,
    isCounted: false,
    generated: null,
    constraints: [],
  };
  while (takeConstraint(draft, reader)) continue;
  const { nullable, isCounted, generated, constraints } = draft;
  const identity = isCounted ? "by default" : null;
  const settings = {
    nullable,
    default: draft.default,
    identity,
    generated,
    comment: null,
  } as const;
  const column = { name, type, ...settings, serial: false, definedAt: at };
  return { column, constraints };
}

/** https://www.sqlite.org/syntax/column-constraint.html */
function takeConstraint(draft: Draft, reader: StatementReader): boolean {
  const { start } = reader;
  const name = reader.takes("constraint") ? reader.name("the name of a constraint").name : null;
  if (reader.sees("references") || reader.sees("primary") || reader.sees("unique")) {
    draft.constraints.push(keyBehind(draft, name, start, reader));
  } else if (reader.takes("check")) {
    const expression = reader.expression().text;
    const definedAt = reader.placeFrom(start);
    takeConflictClause(reader);
    draft.constraints.push({ kind: "check", name, expression, definedAt });
  } else if (!takeSetting(draft, reader)) return name !== null;
  return true;
}

function keyBehind(
  draft: Draft,
  name: string | null,
  start: number,
  reader: StatementReader,
): Constraint {
  const columns = [draft.name];
  if (reader.sees("references")) {
    const clause = foreignKeyClause(reader);
    return { kind: "foreign key", name, columns, ...clause, definedAt: reader.placeFrom(start) };
  }
  const kind = reader.takes("unique") ? "unique" : "primary key";
  if (kind === "primary key") {
    reader.expect("primary key");
    reader.takesOneOf(["asc", "desc"]);
  }
  const definedAt = reader.placeFrom(start);
  takeConflictClause(reader);
  if (kind === "primary key" && reader.takes("autoincrement")) draft.isCounted = true;
  return { kind, name, columns, definedAt };
}

/** What is no constraint of its own. */
function takeSetting(draft: Draft, reader: StatementReader): boolean {
  if (reader.takes("not null")) {
    draft.nullable = false;
    takeConflictClause(reader);
  } else if (reader.takes("null")) takeConflictClause(reader);
  else if (reader.takes("default")) draft.default = defaultValue(reader);
  else if (reader.takes("collate")) reader.name("a collation");
  else if (reader.takesOneOf(["generated always as", "as"])) {
    draft.generated = reader.expression().text;
    reader.takesOneOf(["stored", "virtual"]);
  } else return takeDeferral(reader);
  return true;
}
