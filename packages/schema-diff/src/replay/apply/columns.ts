import type { Column, Table } from "@domain-isolation/model";
import type {
  AddColumn,
  AlterColumn,
  Comment,
  DropColumn,
  RenameColumn,
} from "../../changes/change.js";
import { familyOf } from "../family.js";
import { renameInExpression } from "../rename-in-expression.js";
import { renameInViews } from "./views-in-text.js";
import { refuse, resolve, shown, type State } from "../state.js";
import { addConstraint } from "./constraints.js";
import { dropColumn, isSame } from "./dependents.js";
import { columnOf, makeColumn, withColumn } from "./make-column.js";
import { resolveType } from "./resolve-type.js";
import { tableFor } from "./table-for.js";

export function applyAddColumn(change: AddColumn, state: State): void {
  const table = tableFor(change, state);
  if (!table) return;
  const { column, constraints, position } = change;
  if (columnOf(table, column.name, state)) {
    if (!change.ifNotExists && change.tolerant !== true) {
      const names = `\`${shown(table, state)}\` has a column \`${column.name}\``;
      refuse(state, change.at, `${names} already`);
    }
    return;
  }
  refuseInPartition(table, change, state);
  const made = makeColumn(column, table, state);
  for (const member of familyOf(table, state, change.only !== true)) {
    state.tables.set({ ...member, columns: inserted(member, made, position, state) });
  }
  for (const constraint of constraints) addConstraint(table, constraint, state);
}

function refuseInPartition(table: Table, { at }: AddColumn, state: State): void {
  if (table.partitionOf === null) return;
  refuse(state, at, `\`${shown(table, state)}\` is a partition: its columns are its parent's`);
}

/** A column of a parent is dropped and renamed there. */
function refuseInherited(table: Table, change: DropColumn | RenameColumn, state: State): void {
  const parents = [...table.inherits, ...(table.partitionOf ? [table.partitionOf] : [])];
  const parent = parents
    .map((name) => state.tables.get(name))
    .find((each) => each && columnOf(each, change.column, state));
  if (!parent) return;
  const inherits = `\`${shown(table, state)}\` inherits \`${change.column}\``;
  refuse(state, change.at, `${inherits} from \`${shown(parent, state)}\``);
}

function inserted(
  { columns }: Table,
  column: Column,
  position: AddColumn["position"],
  { rules }: State,
): readonly Column[] {
  if (position === null) return [...columns, column];
  if (position === "first") return [column, ...columns];
  const { after } = position;
  const index = columns.findIndex(({ name }) => rules.foldColumn(name) === rules.foldColumn(after));
  return columns.toSpliced(index < 0 ? columns.length : index + 1, 0, column);
}

/** The table, if it has the column; what it lacks is said unless the change allows for it. */
function tableWith(
  change: (DropColumn | AlterColumn | RenameColumn) & { readonly ifExists?: boolean },
  state: State,
): Table | null {
  const table = tableFor(change, state);
  if (!table || columnOf(table, change.column, state)) return table;
  if (change.ifExists !== true && change.tolerant !== true) {
    refuse(state, change.at, `\`${shown(table, state)}\` has no column \`${change.column}\``);
  }
  return null;
}

export function applyDropColumn(change: DropColumn, state: State): void {
  const table = tableWith(change, state);
  if (!table) return;
  refuseInherited(table, change, state);
  for (const member of familyOf(table, state, change.only !== true)) {
    dropColumn(member, change.column, change, state);
  }
}

export function applyAlterColumn(change: AlterColumn, state: State): void {
  const table = tableWith(change, state);
  if (!table) return;
  const { type } = change.set;
  const set = type === undefined ? change.set : { ...change.set, type: resolveType(type, state) };
  for (const member of familyOf(table, state, change.only !== true)) {
    state.tables.set(withColumn(member, change.column, (column) => ({ ...column, ...set }), state));
  }
  moveColumn(change, state);
  const { identity } = change.set;
  if (identity === null) dropOwnSequence(table, change.column, state);
  const column = columnOf(table, change.column, state);
  if (identity && column?.identity === null) {
    const { sequence } = change;
    const numbered = { ...column, identity, serial: false };
    makeColumn(sequence ? { ...numbered, sequence } : numbered, table, state);
  }
}

/** `MODIFY a int FIRST` */
function moveColumn({ table: name, column, position }: AlterColumn, state: State): void {
  const table = position && resolve(name, state.tables, state);
  const moved = table && columnOf(table, column, state);
  if (!table || !moved) return;
  const others = table.columns.filter((each) => each !== moved);
  const columns = inserted({ ...table, columns: others }, moved, position, state);
  state.tables.set({ ...table, columns });
}

/** An identity takes its sequence along. */
function dropOwnSequence(table: Table, column: string, state: State): void {
  if (columnOf(table, column, state)?.identity === null) return;
  for (const sequence of state.sequences.all()) {
    const { ownedBy } = sequence;
    if (ownedBy && isSame(ownedBy, table) && ownedBy.column === column) {
      state.sequences.delete(sequence);
    }
  }
}

export function applyComment(change: Comment, state: State): void {
  const other =
    resolve(change.table, state.views, state) ??
    resolve(change.table, state.types, state) ??
    resolve(change.table, state.sequences, state);
  const table = tableFor({ ...change, ifTableExists: other !== null }, state);
  if (!table) return;
  const { column, text } = change;
  state.tables.set(
    column === null
      ? { ...table, comment: text }
      : withColumn(table, column, (each) => ({ ...each, comment: text }), state),
  );
}

export function applyRenameColumn(change: RenameColumn, state: State): void {
  const table = tableWith(change, state);
  if (!table) return;
  const { column, to } = change;
  const { foldColumn } = state.rules;
  if (foldColumn(column) !== foldColumn(to) && columnOf(table, to, state)) {
    if (change.tolerant === true) return;
    refuse(state, change.at, `\`${shown(table, state)}\` has a column \`${to}\` already`);
    return;
  }
  refuseInherited(table, change, state);
  for (const member of familyOf(table, state)) {
    state.tables.set(renamedIn(member, column, to, state));
    renameReferenced(member, column, to, state);
    renameInViews(member, column, to, state);
  }
}

function renamedIn(table: Table, from: string, to: string, state: State): Table {
  const { foldColumn } = state.rules;
  const name = (each: string) => (foldColumn(each) === foldColumn(from) ? to : each);
  const names = <T extends { readonly columns: readonly string[] }>(key: T): T => ({
    ...key,
    columns: key.columns.map(name),
  });
  const text = (expression: string) => renameInExpression(expression, from, to, state.rules);
  const orNull = (expression: string | null) => (expression === null ? null : text(expression));
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      name: name(column.name),
      generated: orNull(column.generated),
    })),
    primaryKey: table.primaryKey && names(table.primaryKey),
    uniques: table.uniques.map(names),
    foreignKeys: table.foreignKeys.map(names),
    checks: table.checks.map((check) => ({ ...check, expression: text(check.expression) })),
    indexes: table.indexes.map((index) => ({
      ...index,
      include: index.include.map(name),
      where: orNull(index.where),
      parts: index.parts.map((part) => ({
        ...part,
        column: part.column === null ? null : name(part.column),
        expression: orNull(part.expression),
      })),
    })),
  };
}

/** What other tables and sequences say of the column. */
function renameReferenced(table: Table, from: string, to: string, state: State): void {
  const { foldColumn } = state.rules;
  const name = (each: string) => (foldColumn(each) === foldColumn(from) ? to : each);
  state.tables.update((other) => {
    if (!other.foreignKeys.some(({ references }) => isSame(references, table))) return other;
    const foreignKeys = other.foreignKeys.map((key) =>
      isSame(key.references, table)
        ? { ...key, references: { ...key.references, columns: key.references.columns.map(name) } }
        : key,
    );
    return { ...other, foreignKeys };
  });
  state.sequences.update((sequence) => {
    const { ownedBy } = sequence;
    if (!ownedBy || !isSame(ownedBy, table) || ownedBy.column !== from) return sequence;
    return { ...sequence, ownedBy: { ...ownedBy, column: to } };
  });
}
