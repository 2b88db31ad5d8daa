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
import { nameForNew, refuse, resolve, shown, type State } from "../state.js";
import { dropColumn, dropTable, dropView } from "./dependents.js";
import { nextValueOf } from "./make-column.js";
import { typeName } from "./renames.js";
import type { CreateSchema, DropSchema } from "../../changes/change.js";

export function applyCreateType(change: CreateType, state: State): void {
  const name = nameForNew(change.name, state);
  if (state.types.get(name)) {
    if (change.tolerant !== true) {
      refuse(state, change.at, `a type \`${shown(name, state)}\` is there already`);
    }
    return;
  }
  const definedAt = { file: change.at.file, span: change.name.span };
  state.types.set({ ...name, kind: change.type, values: change.values, definedAt });
}

export function applyAddEnumValue(change: AddEnumValue, state: State): void {
  const type = resolve(change.name, state.types, state);
  if (!type || type.values.includes(change.value)) return;
  const { position, value } = change;
  const beside = position && ("before" in position ? position.before : position.after);
  const index = beside === null ? -1 : type.values.indexOf(beside);
  const at = index < 0 ? type.values.length : index + (position && "after" in position ? 1 : 0);
  state.types.set({ ...type, values: type.values.toSpliced(at, 0, value) });
}

export function applyRenameEnumValue(change: RenameEnumValue, state: State): void {
  const type = resolve(change.name, state.types, state);
  if (!type) return;
  const values = type.values.map((value) => (value === change.value ? change.to : value));
  state.types.set({ ...type, values });
}

export function applyDropType(change: DropType, state: State): void {
  const type = resolve(change.name, state.types, state);
  if (!type) return;
  state.types.delete(type);
  if (!change.cascade) return;
  const name = typeName(type, state);
  for (const table of state.tables.all()) {
    for (const column of table.columns) {
      const now = state.tables.get(table);
      if (now && (column.type === name || column.type === `${name}[]`)) {
        dropColumn(now, column.name, change, state);
      }
    }
  }
}

function ownerOf(owned: OwnerColumn | null, state: State) {
  if (!owned) return null;
  const table = resolve(owned.table, state.tables, state) ?? nameForNew(owned.table, state);
  return { schema: table.schema, name: table.name, column: owned.column };
}

export function applyCreateSequence(change: CreateSequence, state: State): void {
  const name = nameForNew(change.name, state);
  if (state.sequences.get(name)) return;
  const ownedBy = ownerOf(change.ownedBy, state);
  const definedAt = { file: change.at.file, span: change.name.span };
  state.sequences.set({ ...name, ownedBy, definedAt });
}

export function applyAlterSequence(change: AlterSequence, state: State): void {
  const sequence = resolve(change.name, state.sequences, state);
  if (sequence) state.sequences.set({ ...sequence, ownedBy: ownerOf(change.ownedBy, state) });
}

export function applyDropSequence(change: DropSequence, state: State): void {
  const sequence = resolve(change.name, state.sequences, state);
  if (!sequence) return;
  state.sequences.delete(sequence);
  if (!change.cascade) return;
  const value = nextValueOf(sequence.name);
  state.tables.update((table) => {
    if (!table.columns.some((column) => column.default === value)) return table;
    const columns = table.columns.map((column) =>
      column.default === value ? { ...column, default: null } : column,
    );
    return { ...table, columns };
  });
}

export function applyCreateSchema(change: CreateSchema, state: State): void {
  state.schemas.add(change.name.name);
}

export function applyDropSchema(change: DropSchema, state: State): void {
  const { name } = change.name;
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
