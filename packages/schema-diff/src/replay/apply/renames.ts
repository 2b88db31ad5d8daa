import type { ObjectName } from "@domain-isolation/model";
import type { Rename, SetSchema } from "../../changes/change.js";
import { quoteIdentifier } from "../../sql/postgresql/quote-identifier.js";
import type { Store } from "../store.js";
import { isTemporary, nameForNew, refuse, resolve, shown, type State } from "../state.js";
import { isSame } from "./dependents.js";
import { renameIndex } from "./indexes.js";
import { nextValueOf } from "./make-column.js";

export function applyRename(change: Rename, state: State): void {
  const { name, to } = change;
  if (change.object === "schema") {
    renameSchema(name.name, to, state);
    return;
  }
  if (change.object === "index") {
    const own = { schema: nameForNew(name, state).schema, name: name.name };
    if (!renameIndex(own, to, state)) missing(change, state);
    return;
  }
  if (change.object === "routine") {
    state.routines = state.routines.map((each) =>
      isMeant(each, change, state) ? { ...each, name: to } : each,
    );
    return;
  }
  move(change, state, (found) => ({ schema: found.schema, name: to }));
}

export function applySetSchema(change: SetSchema, state: State): void {
  const { to } = change;
  if (change.object === "routine") {
    state.routines = state.routines.map((each) =>
      isMeant(each, change, state) ? { ...each, schema: to } : each,
    );
    return;
  }
  move(change, state, (found) => ({ schema: to, name: found.name }));
}

function isMeant(each: ObjectName, { name }: Rename | SetSchema, state: State): boolean {
  return isSame(each, nameForNew(name, state));
}

function missing({ name, at, ifExists, tolerant }: Rename | SetSchema, state: State): void {
  if (ifExists || tolerant === true || isTemporary(name, state)) return;
  refuse(state, at, `\`${shown(nameForNew(name, state), state)}\` isn't there`);
}

type NewName = (found: ObjectName) => ObjectName;

/** PostgreSQL takes `ALTER TABLE` for views and sequences too. */
function move(change: Rename | SetSchema, state: State, newName: NewName): void {
  const { name, object } = change;
  const isType = object === "type";
  const isMoved = isType
    ? moveIn(state.types, change, state, newName, retype)
    : moveIn(state.tables, change, state, newName, follow) ||
      moveIn(state.views, change, state, newName, follow) ||
      moveIn(state.sequences, change, state, newName, followSequence) ||
      (object === "table" && renameIndexAsTable(change, state, newName));
  if (!isMoved && isTemporary(name, state))
    state.temporary.add(state.rules.fold(newName(name).name));
  else if (!isMoved) missing(change, state);
}

/** `ALTER TABLE users_pkey RENAME TO …` works for indexes too. */
function renameIndexAsTable({ name }: Rename | SetSchema, state: State, newName: NewName): boolean {
  const own = nameForNew(name, state);
  return renameIndex(own, newName(own).name, state);
}

function moveIn<T extends ObjectName>(
  store: Store<T>,
  { name, at, object }: Rename | SetSchema,
  state: State,
  newName: NewName,
  after: (from: ObjectName, to: ObjectName, state: State) => void,
): boolean {
  const found = resolve(name, store, state);
  if (!found) return false;
  const to = newName(found);
  if (store.get(to) && !isSame(store.get(to) ?? found, found)) {
    refuse(state, at, `a ${object} \`${shown(to, state)}\` is there already`);
  }
  store.replace(found, { ...found, ...to });
  after({ schema: found.schema, name: found.name }, to, state);
  return true;
}

/** Whatever names a table or a view follows it. */
export function follow(from: ObjectName, to: ObjectName, state: State): void {
  const moved = <T extends ObjectName>(each: T): T =>
    isSame(each, from) ? { ...each, ...to } : each;
  state.tables.update((table) => {
    const isTouched =
      table.foreignKeys.some(({ references }) => isSame(references, from)) ||
      table.inherits.some((each) => isSame(each, from)) ||
      (table.partitionOf !== null && isSame(table.partitionOf, from));
    if (!isTouched) return table;
    return {
      ...table,
      foreignKeys: table.foreignKeys.map((key) => ({ ...key, references: moved(key.references) })),
      inherits: table.inherits.map(moved),
      partitionOf: table.partitionOf && moved(table.partitionOf),
    };
  });
  state.views.update((view) =>
    view.reads.some((each) => isSame(each, from))
      ? { ...view, reads: view.reads.map(moved) }
      : view,
  );
  state.sequences.update((sequence) => {
    const { ownedBy } = sequence;
    if (!ownedBy || !isSame(ownedBy, from)) return sequence;
    return { ...sequence, schema: to.schema, ownedBy: moved(ownedBy) };
  });
  state.triggers = state.triggers.map((trigger) => ({ ...trigger, table: moved(trigger.table) }));
}

function followSequence(from: ObjectName, to: ObjectName, state: State): void {
  const before = nextValueOf(from.name);
  state.tables.update((table) => {
    if (!table.columns.some((column) => column.default === before)) return table;
    const columns = table.columns.map((column) =>
      column.default === before ? { ...column, default: nextValueOf(to.name) } : column,
    );
    return { ...table, columns };
  });
}

/** Columns of a type that gets another name. */
function retype(from: ObjectName, to: ObjectName, state: State): void {
  const before = typeName(from, state);
  const after = typeName(to, state);
  state.tables.update((table) => {
    const isOf = (type: string) => type === before || type === `${before}[]`;
    if (!table.columns.some(({ type }) => isOf(type))) return table;
    const columns = table.columns.map((column) =>
      isOf(column.type) ? { ...column, type: column.type.replace(before, after) } : column,
    );
    return { ...table, columns };
  });
}

/** As `format_type` writes it. */
export function typeName({ schema, name }: ObjectName, { rules }: State): string {
  const own = quoteIdentifier(name);
  const isUsual = schema === null || schema === rules.searchPath[0];
  return isUsual ? own : `${quoteIdentifier(schema)}.${own}`;
}

function renameSchema(from: string, to: string, state: State): void {
  state.schemas.delete(from);
  state.schemas.add(to);
  for (const { schema, name } of [...state.tables.all(), ...state.views.all()]) {
    if (schema === from) follow({ schema, name }, { schema: to, name }, state);
  }
  for (const { schema, name } of state.types.all()) {
    if (schema === from) retype({ schema, name }, { schema: to, name }, state);
  }
  const moved = <T extends ObjectName>(each: T): T =>
    each.schema === from ? { ...each, schema: to } : each;
  state.tables.update(moved);
  state.views.update(moved);
  state.sequences.update(moved);
  state.types.update(moved);
  state.routines = state.routines.map(moved);
}
