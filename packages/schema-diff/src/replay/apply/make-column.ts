import type { Column, Table } from "@domain-isolation/model";
import type { ColumnDefinition } from "../../changes/change.js";
import { nameForNew, type State } from "../state.js";
import { resolveType } from "./resolve-type.js";
import { nextValueOf } from "./sequence-defaults.js";

/** A column as the database holds it; a serial one, or an identity, gets its sequence. */
export function makeColumn(
  { serial, sequence, ...written }: ColumnDefinition,
  table: Table,
  state: State,
): Column {
  const column = { ...written, type: resolveType(written.type, state) };
  if (!serial && column.identity === null) return column;
  const { schema } = table;
  const given = state.rules.nameSequence(column.name, table, state);
  if (given === null) return column;
  const name = sequence ? nameForNew(sequence, state) : { schema, name: given };
  const ownedBy = { schema, name: table.name, column: column.name };
  state.sequences.set({ ...name, ownedBy, definedAt: column.definedAt });
  return serial ? { ...column, default: nextValueOf(name, state) } : column;
}

/** The columns of a table in the place of others. */
export function withColumn(
  table: Table,
  name: string,
  change: (column: Column) => Column,
  { rules }: State,
): Table {
  const wanted = rules.foldColumn(name);
  return {
    ...table,
    columns: table.columns.map((column) =>
      rules.foldColumn(column.name) === wanted ? change(column) : column,
    ),
  };
}

export function columnOf(table: Table, name: string, { rules }: State): Column | null {
  const wanted = rules.foldColumn(name);
  return table.columns.find((column) => rules.foldColumn(column.name) === wanted) ?? null;
}
