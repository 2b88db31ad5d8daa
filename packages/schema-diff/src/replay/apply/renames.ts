import type { ObjectName, Routine, Table } from "@domain-isolation/model";
import type { Rename, SetSchema } from "../../changes/change.js";
import { adoptName } from "../adopt-name.js";
import { renameQualifier } from "../rename-in-expression.js";
import type { Store } from "../store.js";
import { isTemporary, nameForNew, refuse, resolve, shown, type State } from "../state.js";
import { isSame } from "./dependents.js";
import { isTaken } from "./is-taken.js";
import { renameIndex } from "./indexes.js";
import { typeName } from "./resolve-type.js";
import { changeDefaults, nextValueOf } from "./sequence-defaults.js";
import { followedView } from "./views-in-text.js";

export function applyRename(change: Rename, state: State): void {
  const { name, to } = change;
  if (change.object === "schema") {
    renameSchema(name.name, to, state);
    return;
  }
  if (change.object === "index") {
    const own = { schema: nameForNew(name, state).schema, name: name.name };
    const isRelation = state.rules.indexesAreRelations;
    if (isRelation && isTaken({ schema: own.schema, name: to }, state) && to !== own.name) {
      refuse(state, change.at, `\`${to}\` is there already`);
    }
    const table = change.table ? resolve(change.table, state.tables, state) : null;
    if (!renameIndex(own, to, state, table)) missing(change, state);
    return;
  }
  if (change.object === "routine") {
    moveRoutine(change, state, ({ schema }) => ({ schema, name: to }));
    return;
  }
  move(change, state, (found) => ({ schema: found.schema, name: to }));
}

export function applySetSchema(change: SetSchema, state: State): void {
  const { to } = change;
  if (change.object === "routine") {
    moveRoutine(change, state, (found) => ({ schema: to, name: found.name }));
    return;
  }
  move(change, state, (found) => ({ schema: to, name: found.name }));
}

function moveRoutine(change: Rename | SetSchema, state: State, newName: NewName): void {
  const given = change.arguments?.join();
  const own = nameForNew(change.name, state);
  const isMeant = (each: Routine) =>
    isSame(each, own) && (given === undefined || each.arguments.join() === given);
  const found = state.routines.find(isMeant);
  if (!found) {
    missing(change, state);
    return;
  }
  const moved = newName(found);
  state.routines = state.routines.map((each) => (isMeant(each) ? { ...each, ...moved } : each));
  followRoutine(own, moved, state);
}

/** Triggers call the function whatever its name. */
function followRoutine(from: ObjectName, to: ObjectName, state: State): void {
  state.triggers = state.triggers.map((trigger) =>
    trigger.routine && isSame(trigger.routine, from) ? { ...trigger, routine: to } : trigger,
  );
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
  const isThere = object === "type" ? state.types.get(to) !== null : isTaken(to, state);
  if (isThere && !isSame(to, found)) {
    refuse(state, at, `a ${object} \`${shown(to, state)}\` is there already`);
    return true;
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
  state.views.update((view) => followedView(view, from, to, state));
  state.sequences.update((sequence) => {
    const { ownedBy } = sequence;
    if (!ownedBy || !isSame(ownedBy, from)) return sequence;
    const own = { schema: to.schema, name: sequence.name };
    if (from.schema !== to.schema) followSequence(sequence, own, state);
    return { ...sequence, ...own, ownedBy: moved(ownedBy) };
  });
  state.triggers = state.triggers.map((trigger) => ({
    ...trigger,
    table: moved(trigger.table),
    reads: trigger.reads.map(moved),
    writes: trigger.writes.map(moved),
  }));
  const table = state.tables.get(to);
  if (table) state.tables.set(withQualifiers(table, from.name, state));
  adoptName(to, state);
}

/** Its own expressions name a table before the dots. */
function withQualifiers(table: Table, from: string, { rules }: State): Table {
  const text = (expression: string) => renameQualifier(expression, from, table.name, rules);
  const orNull = (expression: string | null) => (expression === null ? null : text(expression));
  return {
    ...table,
    columns: table.columns.map((each) => ({ ...each, generated: orNull(each.generated) })),
    checks: table.checks.map((check) => ({ ...check, expression: text(check.expression) })),
    indexes: table.indexes.map((index) => ({
      ...index,
      where: orNull(index.where),
      parts: index.parts.map((part) => ({ ...part, expression: orNull(part.expression) })),
    })),
  };
}

function followSequence(from: ObjectName, to: ObjectName, state: State): void {
  changeDefaults(from, nextValueOf(to, state), state);
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

function renameSchema(from: string, to: string, state: State): void {
  state.schemas.delete(from);
  state.schemas.add(to);
  for (const { schema, name } of [...state.tables.all(), ...state.views.all()]) {
    if (schema === from) follow({ schema, name }, { schema: to, name }, state);
  }
  for (const { schema, name } of state.types.all()) {
    if (schema === from) retype({ schema, name }, { schema: to, name }, state);
  }
  for (const { schema, name } of state.routines) {
    if (schema === from) followRoutine({ schema, name }, { schema: to, name }, state);
  }
  const moved = <T extends ObjectName>(each: T): T =>
    each.schema === from ? { ...each, schema: to } : each;
  state.tables.update(moved);
  state.views.update(moved);
  state.sequences.update(moved);
  state.types.update(moved);
  state.routines = state.routines.map(moved);
}
