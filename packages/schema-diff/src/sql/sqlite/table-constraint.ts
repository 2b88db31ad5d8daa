import type { Constraint } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { takeConflictClause } from "./conflict-clause.js";
import { foreignKeyClause } from "../tokens/foreign-key-clause.js";
import { keyColumns } from "./index-parts.js";

export interface ReadConstraint {
  readonly constraint: Constraint;
  /** The column of the key whose numbers SQLite gives out: `AUTOINCREMENT`. */
  readonly counted: string | null;
}

const openings = ["constraint", "primary key", "unique", "check", "foreign key"];

export function isTableConstraint(reader: StatementReader): boolean {
  return openings.some((phrase) => reader.sees(phrase));
}

/** https://www.sqlite.org/syntax/table-constraint.html */
export function tableConstraint(reader: StatementReader): ReadConstraint {
  const { start } = reader;
  const name = reader.takes("constraint") ? reader.name("the name of a constraint").name : null;
  const kind = reader.takesOneOf(["primary key", "unique", "check", "foreign key"]);
  switch (kind) {
    case "primary key":
    case "unique": {
      const { columns, counted } = keyColumns(reader);
      const definedAt = reader.placeFrom(start);
      takeConflictClause(reader);
      return { constraint: { kind, name, columns, definedAt }, counted };
    }
    case "check": {
      const expression = reader.expression().text;
      const definedAt = reader.placeFrom(start);
      takeConflictClause(reader);
      return { constraint: { kind, name, expression, definedAt }, counted: null };
    }
    case "foreign key": {
      const columns = reader.names("the name of a column");
      const clause = foreignKeyClause(reader);
      const definedAt = reader.placeFrom(start);
      return { constraint: { kind, name, columns, ...clause, definedAt }, counted: null };
    }
    case null:
      return reader.fail("a constraint");
  }
}
