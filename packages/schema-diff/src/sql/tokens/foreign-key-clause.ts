import type { ReferentialAction } from "@domain-isolation/model";
import type { Constraint } from "../../changes/change.js";
import type { StatementReader } from "./statement-reader.js";

type ForeignKey = Extract<Constraint, { kind: "foreign key" }>;
type Clause = Pick<ForeignKey, "references" | "onDelete" | "onUpdate">;

const actions = ["no action", "restrict", "cascade", "set null", "set default"] as const;

/**
 * `REFERENCES t (a) ON DELETE CASCADE MATCH FULL DEFERRABLE INITIALLY DEFERRED`, of SQLite and of
 * MySQL: https://www.sqlite.org/syntax/foreign-key-clause.html
 */
export function foreignKeyClause(reader: StatementReader): Clause {
  reader.expect("references");
  const table = reader.placedName("the name of a table");
  const columns = reader.sees("(") ? reader.names("the name of a column") : [];
  const on: Record<string, ReferentialAction> = {};
  for (;;) {
    if (reader.takes("on")) {
      const event = reader.takesOneOf(["delete", "update", "insert"]);
      on[event ?? reader.fail("`DELETE` or `UPDATE`")] =
        reader.takesOneOf(actions) ?? reader.fail("what to do");
    } else if (reader.takes("match")) reader.name("how to match");
    else break;
  }
  takeDeferral(reader);
  const { delete: onDelete = "no action", update: onUpdate = "no action" } = on;
  return { references: { ...table, columns }, onDelete, onUpdate };
}

/** Also without `REFERENCES` before it, which SQLite takes. */
export function takeDeferral(reader: StatementReader): boolean {
  if (!reader.takesOneOf(["not deferrable", "deferrable"])) return false;
  reader.takesOneOf(["initially deferred", "initially immediate"]);
  return true;
}
