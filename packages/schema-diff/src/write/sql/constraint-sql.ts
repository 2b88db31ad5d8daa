import type { Constraint } from "../../changes/change.js";
import { constraintHead } from "./constraint-head.js";
import { listed } from "./listed.js";
import { placedName } from "./placed-name.js";
import type { SqlDialect } from "./sql-dialect.js";
import { words } from "./words.js";

/** A constraint as it stands among columns; `counted` are those to which SQLite gives numbers. */
export function constraintSql(
  constraint: Constraint,
  dialect: SqlDialect,
  counted: readonly string[] = [],
): string {
  const { name } = constraint;
  const head = (what: string) => constraintHead(name, what, dialect.quote);
  switch (constraint.kind) {
    case "primary key":
    case "unique": {
      const isCounted = constraint.columns.length === 1 && constraint.kind === "primary key";
      const columns = constraint.columns.map((column) =>
        words(dialect.quote(column), isCounted && counted.includes(column) && "AUTOINCREMENT"),
      );
      return `${dialect.keyHead(constraint.kind, name)} (${columns.join(", ")})`;
    }
    case "foreign key":
      return words(head("FOREIGN KEY"), foreignKeySql(constraint, dialect));
    case "check":
      return head(`CHECK (${constraint.expression})`);
    case "exclude":
      return head(`EXCLUDE ${constraint.expression}`);
  }
}

type ForeignKey = Extract<Constraint, { kind: "foreign key" }>;

function foreignKeySql(
  { columns, references, onDelete, onUpdate }: ForeignKey,
  dialect: SqlDialect,
): string {
  return words(
    listed(columns, dialect.quote),
    `REFERENCES ${placedName(references, dialect)}`,
    references.columns.length > 0 && listed(references.columns, dialect.quote),
    onDelete !== "no action" && `ON DELETE ${onDelete.toUpperCase()}`,
    onUpdate !== "no action" && `ON UPDATE ${onUpdate.toUpperCase()}`,
  );
}
