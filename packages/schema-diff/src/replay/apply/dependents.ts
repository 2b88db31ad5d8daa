import type { ObjectName, SourcePlace, Table, View } from "@domain-isolation/model";
import { useOf } from "../column-use.js";
import { childrenOf } from "../family.js";
import { refuse, shown, type State } from "../state.js";

/** How something is dropped. */
export interface Dropping {
  readonly at: SourcePlace;
  readonly cascade: boolean;
  readonly tolerant?: boolean;
}

export function isSame(a: ObjectName, b: ObjectName): boolean {
  return a.name === b.name && a.schema === b.schema;
}

/** Drops a table with all that goes with it. */
export function dropTable(table: Table, dropping: Dropping, state: State): void {
  const { rules } = state;
  state.tables.delete(table);
  state.triggers = state.triggers.filter((trigger) => !isSame(trigger.table, table));
  if (!rules.dependsByObject) return;
  for (const child of childrenOf(table, state)) {
    if (!child.partitionOf) needsCascade(child, table, dropping, state);
    dropTable(child, dropping, state);
  }
  dropForeignKeysTo(table, null, dropping, state);
  dropReaders(table, dropping, state);
  dropSequences(({ ownedBy }) => ownedBy !== null && isSame(ownedBy, table), state);
}

/** Foreign keys of other tables to a table, or to a column of it. */
function dropForeignKeysTo(
  table: Table,
  column: string | null,
  dropping: Dropping,
  state: State,
): void {
  state.tables.update((other) => {
    const kept = other.foreignKeys.filter(
      ({ references }) =>
        !isSame(references, table) || (column !== null && !references.columns.includes(column)),
    );
    if (kept.length === other.foreignKeys.length) return other;
    if (!isSame(other, table)) needsCascade(other, table, dropping, state);
    return { ...other, foreignKeys: kept };
  });
}

/** Says that something depends on what is dropped, unless that is allowed for. */
export function needsCascade(
  dependent: ObjectName,
  dropped: ObjectName,
  { at, cascade, tolerant }: Dropping,
  state: State,
): void {
  if (cascade || tolerant === true || state.together.has(keyOf(dependent))) return;
  const names = `\`${shown(dropped, state)}\` is dropped without CASCADE, but \`${shown(dependent, state)}\``;
  refuse(state, at, `${names} depends on it`);
}

export function keyOf({ schema, name }: ObjectName): string {
  return `${schema ?? ""}\0${name}`;
}

/** Views that read a table or a view, and those that read them. */
function dropReaders(read: ObjectName, dropping: Dropping, state: State): void {
  for (const view of state.views.all()) {
    if (!view.reads.some((each) => isSame(each, read))) continue;
    needsCascade(view, read, dropping, state);
    dropView(view, dropping, state);
  }
}

export function dropView(view: View, dropping: Dropping, state: State): void {
  state.views.delete(view);
  state.triggers = state.triggers.filter((trigger) => !isSame(trigger.table, view));
  if (state.rules.dependsByObject) dropReaders(view, dropping, state);
}

function dropSequences(
  isGone: (sequence: ReturnType<State["sequences"]["all"]>[number]) => boolean,
  state: State,
) {
  for (const sequence of state.sequences.all()) {
    if (isGone(sequence)) state.sequences.delete(sequence);
  }
}

/** Drops a column of a table, with what goes with it; what keeps it from that is said. */
export function dropColumn(table: Table, column: string, dropping: Dropping, state: State): void {
  const { rules } = state;
  const use = useOf(column, table, rules);
  const left = rules.withoutColumn(table, use);
  if (typeof left === "string") {
    if (dropping.tolerant !== true) refuse(state, dropping.at, left);
    return;
  }
  state.tables.set({ ...left, columns: left.columns.filter(({ name }) => !use.isIn([name])) });
  if (!rules.dependsByObject) return;
  dropForeignKeysTo(table, column, dropping, state);
  dropSequences(
    ({ ownedBy }) => ownedBy !== null && isSame(ownedBy, table) && ownedBy.column === column,
    state,
  );
  for (const view of state.views.all()) {
    const isReader = view.reads.some((each) => isSame(each, table));
    if (isReader && use.isNamedIn(view.definition)) {
      needsCascade(view, table, dropping, state);
      dropView(view, dropping, state);
    }
  }
}
