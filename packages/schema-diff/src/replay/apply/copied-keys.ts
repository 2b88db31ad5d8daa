import type { ObjectName, Table } from "@domain-isolation/model";
import type { TableLike } from "../../changes/change.js";
import { resolve, type State } from "../state.js";
import { addConstraint } from "./constraints.js";
import { addIndex } from "./indexes.js";

/** What `LIKE … INCLUDING` takes along beside columns. */
export function copyLike(name: ObjectName, like: TableLike, state: State): void {
  const source = resolve(like.name, state.tables, state);
  if (!source) return;
  if (like.including.includes("constraints")) {
    for (const check of source.checks) addConstraint(name, check, state);
  }
  if (like.including.includes("indexes")) copyIndexes(name, source, state);
}

function copyIndexes(name: ObjectName, { primaryKey, uniques, indexes }: Table, state: State) {
  if (primaryKey) addConstraint(name, { ...primaryKey, kind: "primary key", name: null }, state);
  for (const key of uniques) addConstraint(name, { ...key, kind: "unique", name: null }, state);
  for (const index of indexes) addIndex(name, { ...index, name: null }, state);
}

/** A partition gets the indexes and keys of its parent, under names of its own. */
export function copyFromParent(name: ObjectName, inherited: readonly Table[], state: State): void {
  for (const parent of inherited) {
    copyIndexes(name, parent, state);
    const table = state.tables.get(name);
    if (table) {
      const foreignKeys = [...table.foreignKeys, ...parent.foreignKeys];
      state.tables.set({ ...table, foreignKeys });
    }
  }
}

/** A table that becomes a partition keeps the indexes that it has, and gets those that it lacks. */
export function copyMissing(name: ObjectName, [parent]: readonly Table[], state: State): void {
  const table = state.tables.get(name);
  if (!table || !parent) return;
  const columnsOf = (keys: readonly { columns: readonly string[] }[]) =>
    new Set(keys.map(({ columns }) => columns.join("\0")));
  const keys = columnsOf(table.uniques);
  const indexes = new Set(table.indexes.map(({ parts }) => JSON.stringify(parts)));
  copyIndexes(
    name,
    {
      ...parent,
      primaryKey: table.primaryKey ? null : parent.primaryKey,
      uniques: parent.uniques.filter(({ columns }) => !keys.has(columns.join("\0"))),
      indexes: parent.indexes.filter(({ parts }) => !indexes.has(JSON.stringify(parts))),
    },
    state,
  );
  const own = columnsOf(table.foreignKeys);
  const missing = parent.foreignKeys.filter(({ columns }) => !own.has(columns.join("\0")));
  const now = state.tables.get(name);
  if (now) state.tables.set({ ...now, foreignKeys: [...now.foreignKeys, ...missing] });
}
