import type { Table } from "@domain-isolation/model";
import type { Constraint, IndexDefinition } from "../../changes/change.js";
import { referencedColumns } from "../../sql/postgresql/referenced-columns.js";
import { refuse, shown, type State } from "../state.js";
import { columnOf } from "./make-column.js";

/** Says which columns a constraint or an index names that its table hasn't; whether there are any. */
export function refuseMissingColumns(
  part: Constraint | IndexDefinition,
  table: Table,
  at: Table["definedAt"],
  state: State,
): boolean {
  // Nothing is known of a table without columns: a query that can't be told made it.
  if (table.columns.length === 0) return false;
  const missing = columnsNamedBy(part, state).find(
    (column) => !columnOf(table, column, state) && column !== table.name,
  );
  if (missing === undefined) return false;
  refuse(state, at, `\`${shown(table, state)}\` has no column \`${missing}\``);
  return true;
}

function columnsNamedBy(part: Constraint | IndexDefinition, state: State): readonly string[] {
  const inExpression = (expression: string | null) =>
    expression === null || state.rules.dialect !== "postgresql"
      ? []
      : referencedColumns(expression);
  if ("parts" in part) {
    return [
      ...part.parts.flatMap(({ column, expression }) => column ?? inExpression(expression)),
      ...part.include,
      ...inExpression(part.where),
    ];
  }
  if (part.kind === "check") return inExpression(part.expression);
  return "columns" in part ? part.columns : [];
}
