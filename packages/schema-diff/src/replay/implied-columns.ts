import type { ForeignKey, Table } from "@domain-isolation/model";
import type { State } from "./state.js";

/** A foreign key that names no columns means the key that the other table has when it counts. */
export function withImpliedColumns(table: Table, state: State): Table {
  const isImplied = ({ references }: ForeignKey) => references.columns.length === 0;
  if (!table.foreignKeys.some(isImplied)) return table;
  const foreignKeys = table.foreignKeys.map((key) => {
    if (!isImplied(key)) return key;
    const columns = state.tables.get(key.references)?.primaryKey?.columns ?? [];
    return { ...key, references: { ...key.references, columns } };
  });
  return { ...table, foreignKeys };
}
