import type { Index, ObjectName, Table, View } from "@domain-isolation/model";
import type { CreateIndex, DropIndex, IndexDefinition } from "../../changes/change.js";
import { childrenOf } from "../family.js";
import { isTemporary, nameForNew, refuse, resolve, type State } from "../state.js";
import { isTaken } from "./is-taken.js";
import { refuseMissingColumns } from "./missing-columns.js";
import { tableFor } from "./table-for.js";

/** Adds an index to a table that is in the state, and to its partitions. */
export function addIndex(owner: ObjectName, index: IndexDefinition, state: State): void {
  const table = state.tables.get(owner);
  if (!table) return;
  refuseMissingColumns(index, table, index.definedAt, state);
  const name = index.name?.name ?? state.rules.nameIndex(index, table, state);
  state.tables.set({ ...table, indexes: [...table.indexes, { ...index, name }] });
  for (const child of childrenOf(table, state)) {
    if (child.partitionOf) addIndex(child, { ...index, name: null }, state);
  }
}

export function applyCreateIndex(change: CreateIndex, state: State): void {
  const view = resolve(change.table, state.views, state);
  if (view) {
    const name = change.index.name?.name ?? `${view.name}_idx`;
    state.views.set({ ...view, indexes: [...view.indexes, { ...change.index, name }] });
    return;
  }
  const table = tableFor(change, state);
  if (!table) return;
  const name = change.index.name?.name;
  if (name !== undefined && isIndexTaken(table, name, state)) {
    if (!change.ifNotExists && change.tolerant !== true) {
      refuse(state, change.at, `\`${name}\` is there already`);
    }
    return;
  }
  addIndex(table, change.index, state);
}

/** In MySQL indexes have their names within a table. */
function isIndexTaken({ schema, indexes }: Table, name: string, state: State): boolean {
  const { fold, indexesAreRelations } = state.rules;
  if (indexesAreRelations) return isTaken({ schema, name }, state);
  return indexes.some((index) => fold(index.name) === fold(name));
}

/** The table or view that has an index of this name, in a schema. */
function ownerOf(name: ObjectName, state: State): Table | View | null {
  const { fold } = state.rules;
  const isMeant = (index: Index) => fold(index.name) === fold(name.name);
  const owners = [...state.tables.all(), ...state.views.all()];
  return owners.find((each) => each.schema === name.schema && each.indexes.some(isMeant)) ?? null;
}

export function applyDropIndex(change: DropIndex, state: State): void {
  const { name } = change;
  const wanted = change.table ? tableFor({ ...change, table: change.table }, state) : null;
  const places = name.schema === null ? [...state.searchPath, null] : [name.schema];
  const owner =
    wanted ??
    places
      .map((schema) =>
        ownerOf({ schema: schema ?? nameForNew(name, state).schema, name: name.name }, state),
      )
      .find((each) => each !== null);
  const { fold } = state.rules;
  const kept = owner?.indexes.filter((index) => fold(index.name) !== fold(name.name));
  if (!owner || !kept || kept.length === owner.indexes.length) {
    const isSaid = !change.ifExists && change.tolerant !== true && !isTemporary(name, state);
    if (isSaid) refuse(state, change.at, `there is no index \`${name.name}\``);
    return;
  }
  if ("definition" in owner) state.views.set({ ...owner, indexes: kept });
  else state.tables.set({ ...owner, indexes: kept });
  dropFromPartitions(
    owner,
    owner.indexes.find((index) => !kept.includes(index)),
    state,
  );
}

/** An index of a partitioned table takes those of its partitions along. */
function dropFromPartitions(owner: ObjectName, dropped: Index | undefined, state: State): void {
  if (!dropped) return;
  const parts = JSON.stringify(dropped.parts);
  for (const child of childrenOf(owner, state)) {
    if (!child.partitionOf) continue;
    const indexes = child.indexes.filter((index) => JSON.stringify(index.parts) !== parts);
    state.tables.set({ ...child, indexes });
    dropFromPartitions(child, dropped, state);
  }
}

export function renameIndex(name: ObjectName, to: string, state: State): boolean {
  const owner = ownerOf(name, state);
  const { fold } = state.rules;
  const renamed = (index: Index): Index =>
    fold(index.name) === fold(name.name) ? { ...index, name: to } : index;
  if (!owner) return renameKey(name, to, state);
  if ("definition" in owner) state.views.set({ ...owner, indexes: owner.indexes.map(renamed) });
  else state.tables.set({ ...owner, indexes: owner.indexes.map(renamed) });
  return true;
}

/** The index of a key is named like it: `ALTER INDEX users_pkey RENAME TO …`. */
function renameKey({ schema, name }: ObjectName, to: string, state: State): boolean {
  const isMeant = (key: { readonly name: string | null } | null) => key?.name === name;
  const table = state.tables
    .all()
    .find(
      (each) => each.schema === schema && (isMeant(each.primaryKey) || each.uniques.some(isMeant)),
    );
  if (!table) return false;
  const renamed = <T extends { readonly name: string | null }>(key: T): T =>
    isMeant(key) ? { ...key, name: to } : key;
  const { primaryKey, uniques } = table;
  state.tables.set({
    ...table,
    primaryKey: primaryKey && renamed(primaryKey),
    uniques: uniques.map(renamed),
  });
  return true;
}
