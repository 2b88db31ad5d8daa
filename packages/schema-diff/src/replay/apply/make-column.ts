import type { Column, Table } from "@domain-isolation/model";
import type { ColumnDefinition } from "../../changes/change.js";
import type { State } from "../state.js";

/** A column as the database holds it; a serial one, or an identity, gets its sequence. */
export function makeColumn(
  { serial, ...column }: ColumnDefinition,
  table: Table,
  state: State,
): Column {
  if (!serial && column.identity === null) return column;
  const name = state.rules.nameSequence(column.name, table, state);
  if (name === null) return column;
  const { schema } = table;
  const ownedBy = { schema, name: table.name, column: column.name };
  state.sequences.set({ schema, name, ownedBy, definedAt: column.definedAt });
  return serial ? { ...column, default: nextValueOf(name) } : column;
}

export function nextValueOf(sequence: string): string {
  return `nextval('${sequence.replaceAll("'", "''")}')`;
}

/** The columns of a table in the place of others. */
export function withColumn(
  table: Table,
  name: string,
  change: (column: Column) => Column,
  { rules }: State,
): Table {
  const wanted = rules.fold(name);
  return {
    ...table,
    columns: table.columns.map((column) =>
      rules.fold(column.name) === wanted ? change(column) : column,
    ),
  };
}

export function columnOf(table: Table, name: string, { rules }: State): Column | null {
  const wanted = rules.fold(name);
  return table.columns.find((column) => rules.fold(column.name) === wanted) ?? null;
}
