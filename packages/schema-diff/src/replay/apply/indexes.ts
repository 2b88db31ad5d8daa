import type { Index, ObjectName, Table, View } from "@domain-isolation/model";
import type { Constraint, CreateIndex, DropIndex, IndexDefinition } from "../../changes/change.js";
import { childrenOf } from "../family.js";
import { isTemporary, nameForNew, refuse, resolve, type State } from "../state.js";
import { isTaken } from "./is-taken.js";
import { refuseMissingColumns } from "./missing-columns.js";
import { addConstraint } from "./constraints.js";
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
  if (!table || isNameTaken(change, table, state)) return;
  const key = state.rules.uniqueIndexesAreKeys ? asKey(change.index) : null;
  if (key) addConstraint(table, key, state);
  else addIndex(table, change.index, state);
}

/** Whether there is an index of the name already, which is said unless the change allows for it. */
function isNameTaken(change: CreateIndex, table: Table, state: State): boolean {
  const name = change.index.name?.name;
  if (name === undefined || !isIndexTaken(table, name, state)) return false;
  if (!change.ifNotExists && change.tolerant !== true) {
    refuse(state, change.at, `\`${name}\` is there already`);
  }
  return true;
}

type Owner = Table | View;

function everyOwner(state: State): readonly Owner[] {
  return [...state.tables.all(), ...state.views.all()];
}

/** In MySQL indexes have their names within a table. */
function isIndexTaken(table: Table, name: string, state: State): boolean {
  const { schema } = table;
  if (state.rules.indexesAreRelations) return isTaken({ schema, name }, state);
  return ownerOf({ schema, name }, [table], state) !== null;
}

/** The table or view that has an index of this name, in a schema. */
function ownerOf(name: ObjectName, among: readonly Owner[], { rules }: State): Owner | null {
  const isMeant = (index: { readonly name: string | null }) =>
    index.name !== null && rules.fold(index.name) === rules.fold(name.name);
  const hasKey = (owner: Owner) =>
    rules.uniqueIndexesAreKeys && "uniques" in owner && owner.uniques.some(isMeant);
  return (
    among.find((each) => {
      return each.schema === name.schema && (each.indexes.some(isMeant) || hasKey(each));
    }) ?? null
  );
}

/** A unique index of whole columns as the constraint that it is too. */
function asKey({ name, unique, parts, definedAt }: IndexDefinition): Constraint | null {
  const columns = parts.flatMap(({ column, options }) => {
    return column === null || options.startsWith("(") ? [] : column;
  });
  if (!unique || columns.length < parts.length) return null;
  return { kind: "unique", name: name?.name ?? null, columns, definedAt };
}

export function applyDropIndex(change: DropIndex, state: State): void {
  const { name } = change;
  const owner = ownerFor(change, state);
  const { fold } = state.rules;
  const kept = owner?.indexes.filter((index) => fold(index.name) !== fold(name.name));
  if (owner && dropKey(owner, name.name, state)) return;
  if (!owner || !kept || kept.length === owner.indexes.length) {
    missingIndex(change, state);
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

/** The table that is named, or whatever has an index of the name. */
function ownerFor({ name, table, ...change }: DropIndex, state: State): Owner | null {
  const wanted = table && tableFor({ ...change, table }, state);
  if (wanted) return wanted;
  const places = name.schema === null ? [...state.searchPath, null] : [name.schema];
  const owners = places.map((place) => {
    const schema = place ?? nameForNew(name, state).schema;
    return ownerOf({ schema, name: name.name }, everyOwner(state), state);
  });
  return owners.find((each) => each !== null) ?? null;
}

function missingIndex({ name, at, ifExists, tolerant }: DropIndex, state: State): void {
  if (ifExists || tolerant === true || isTemporary(name, state)) return;
  refuse(state, at, `there is no index \`${name.name}\``);
}

/** Drops the unique constraint that an index is, where the two are one. */
function dropKey(owner: Owner, name: string, state: State): boolean {
  const { fold, uniqueIndexesAreKeys } = state.rules;
  if (!uniqueIndexesAreKeys || !("uniques" in owner)) return false;
  const uniques = owner.uniques.filter((key) => key.name === null || fold(key.name) !== fold(name));
  if (uniques.length === owner.uniques.length) return false;
  state.tables.set({ ...owner, uniques });
  return true;
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

/** Renames an index of a table, or of any where none is named. */
export function renameIndex(
  name: ObjectName,
  to: string,
  state: State,
  table: Table | null = null,
): boolean {
  const among = table ? [table] : everyOwner(state);
  const owner = ownerOf(name, among, state);
  const { fold } = state.rules;
  const renamed = (index: Index): Index =>
    fold(index.name) === fold(name.name) ? { ...index, name: to } : index;
  if (!owner?.indexes.some((index) => fold(index.name) === fold(name.name))) {
    return renameKey(name, to, table ? [table] : state.tables.all(), state);
  }
  if ("definition" in owner) state.views.set({ ...owner, indexes: owner.indexes.map(renamed) });
  else state.tables.set({ ...owner, indexes: owner.indexes.map(renamed) });
  return true;
}

/** The index of a key is named like it: `ALTER INDEX users_pkey RENAME TO …`. */
function renameKey(
  { schema, name }: ObjectName,
  to: string,
  among: readonly Table[],
  state: State,
): boolean {
  const isMeant = (key: { readonly name: string | null } | null) => key?.name === name;
  const table = among.find(
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
