import type {
  AddEnumValue,
  AlterSequence,
  CreateSequence,
  CreateType,
  DropSequence,
  DropType,
  OwnerColumn,
  RenameEnumValue,
} from "../../changes/change.js";
import type { Sequence, UserType } from "@domain-isolation/model";
import { isTaken } from "./is-taken.js";
import { nameForNew, refuse, resolve, shown, type State } from "../state.js";
import { dropColumn, dropTable, dropView, needsCascade } from "./dependents.js";
import { changeDefaults, takesFrom } from "./sequence-defaults.js";
import { typeName } from "./resolve-type.js";
import { tableFor } from "./table-for.js";
import type { CreateSchema, DropSchema } from "../../changes/change.js";

export function applyCreateType(change: CreateType, state: State): void {
  const name = nameForNew(change.name, state);
  if (state.types.get(name) ?? state.tables.get(name) ?? state.views.get(name)) {
    if (change.tolerant !== true) {
      refuse(state, change.at, `a type \`${shown(name, state)}\` is there already`);
    }
    return;
  }
  const definedAt = { file: change.at.file, span: change.name.span };
  state.types.set({ ...name, kind: change.type, values: change.values, definedAt });
}

export function applyAddEnumValue(change: AddEnumValue, state: State): void {
  const type = typeFor(change, state);
  if (!type) return;
  const { position, value } = change;
  if (type.values.includes(value)) {
    if (!change.ifNotExists && change.tolerant !== true) {
      refuse(state, change.at, `\`${shown(type, state)}\` has a value \`${value}\` already`);
    }
    return;
  }
  const beside = position && ("before" in position ? position.before : position.after);
  const index = beside === null ? -1 : type.values.indexOf(beside);
  if (beside !== null) hasValue(type, beside, change, state);
  const at = index < 0 ? type.values.length : index + (position && "after" in position ? 1 : 0);
  state.types.set({ ...type, values: type.values.toSpliced(at, 0, value) });
}

export function applyRenameEnumValue(change: RenameEnumValue, state: State): void {
  const type = typeFor(change, state);
  if (!type) return;
  hasValue(type, change.value, change, state);
  const values = type.values.map((value) => (value === change.value ? change.to : value));
  state.types.set({ ...type, values });
}

export function applyDropType(change: DropType, state: State): void {
  const type = typeFor(change, state);
  if (!type) return;
  state.types.delete(type);
  const name = typeName(type, state);
  for (const table of state.tables.all()) {
    for (const column of table.columns) {
      const now = state.tables.get(table);
      if (!now || (column.type !== name && column.type !== `${name}[]`)) continue;
      needsCascade(table, type, change, state);
      if (change.cascade) dropColumn(now, column.name, change, state);
    }
  }
}

/** The type that a change is about; said where it isn't there. */
function typeFor(
  change: (AddEnumValue | RenameEnumValue | DropType) & { readonly ifExists?: boolean },
  state: State,
): UserType | null {
  const type = resolve(change.name, state.types, state);
  if (!type && change.ifExists !== true && change.tolerant !== true) {
    refuse(state, change.at, `\`${shown(nameForNew(change.name, state), state)}\` isn't there`);
  }
  return type;
}

function hasValue(
  type: UserType,
  value: string,
  { at, tolerant }: AddEnumValue | RenameEnumValue,
  state: State,
): void {
  if (type.values.includes(value) || tolerant === true) return;
  refuse(state, at, `\`${shown(type, state)}\` has no value \`${value}\``);
}

function ownerOf(owned: OwnerColumn | null, change: CreateSequence | AlterSequence, state: State) {
  if (!owned) return null;
  const { at, tolerant = false } = change;
  const table =
    tableFor({ table: owned.table, at, tolerant }, state) ?? nameForNew(owned.table, state);
  return { schema: table.schema, name: table.name, column: owned.column };
}

export function applyCreateSequence(change: CreateSequence, state: State): void {
  const name = nameForNew(change.name, state);
  if (isTaken(name, state)) {
    if (!change.ifNotExists && change.tolerant !== true) {
      refuse(state, change.at, `\`${shown(name, state)}\` is there already`);
    }
    return;
  }
  const ownedBy = ownerOf(change.ownedBy, change, state);
  const definedAt = { file: change.at.file, span: change.name.span };
  state.sequences.set({ ...name, ownedBy, definedAt });
}

export function applyAlterSequence(change: AlterSequence, state: State): void {
  const sequence = sequenceFor(change, state);
  if (!sequence) return;
  state.sequences.set({ ...sequence, ownedBy: ownerOf(change.ownedBy, change, state) });
}

function sequenceFor(
  change: (AlterSequence | DropSequence) & { readonly ifExists?: boolean },
  state: State,
): Sequence | null {
  const sequence = resolve(change.name, state.sequences, state);
  if (!sequence && change.ifExists !== true && change.tolerant !== true) {
    refuse(state, change.at, `\`${shown(nameForNew(change.name, state), state)}\` isn't there`);
  }
  return sequence;
}

export function applyDropSequence(change: DropSequence, state: State): void {
  const sequence = sequenceFor(change, state);
  if (!sequence) return;
  for (const table of state.tables.all()) {
    if (table.columns.some((column) => takesFrom(sequence, column, state))) {
      needsCascade(table, sequence, change, state);
    }
  }
  changeDefaults(sequence, null, state);
  state.sequences.delete(sequence);
}

export function applyCreateSchema(change: CreateSchema, state: State): void {
  const { name } = change.name;
  if (state.schemas.has(name) && !change.ifNotExists && change.tolerant !== true) {
    refuse(state, change.at, `a schema \`${name}\` is there already`);
  }
  state.schemas.add(name);
}

export function applyDropSchema(change: DropSchema, state: State): void {
  const { name } = change.name;
  const relations = [...state.tables.all(), ...state.views.all(), ...state.sequences.all()];
  const content = [...relations, ...state.types.all(), ...state.routines];
  const held = content.find(({ schema }) => schema === name);
  if (held) needsCascade(held, { schema: null, name }, change, state);
  state.schemas.delete(name);
  for (const view of state.views.all()) {
    if (view.schema === name) dropView(view, { ...change, cascade: true }, state);
  }
  for (const table of state.tables.all()) {
    if (table.schema === name) dropTable(table, { ...change, cascade: true }, state);
  }
  for (const sequence of state.sequences.all()) {
    if (sequence.schema === name) state.sequences.delete(sequence);
  }
  for (const type of state.types.all()) {
    if (type.schema === name) state.types.delete(type);
  }
  state.routines = state.routines.filter(({ schema }) => schema !== name);
}
