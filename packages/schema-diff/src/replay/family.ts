import type { ObjectName, Table } from "@domain-isolation/model";
import type { State } from "./state.js";

/** A table, and, where they follow it, those that inherit from it and its partitions. */
export function familyOf(table: Table, state: State, follow = true): readonly Table[] {
  if (!follow) return [table];
  const family = [table];
  for (const member of family) {
    family.push(...childrenOf(member, state).filter((child) => !family.includes(child)));
  }
  return family;
}

export function childrenOf(table: ObjectName, state: State): readonly Table[] {
  const isOf = (name: ObjectName | null) =>
    name?.name === table.name && name.schema === table.schema;
  return state.tables
    .all()
    .filter(({ inherits, partitionOf }) => isOf(partitionOf) || inherits.some(isOf));
}
