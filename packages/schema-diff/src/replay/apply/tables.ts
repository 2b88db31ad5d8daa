import type { Table } from "@domain-isolation/model";
import type { CreateTable, DropTable } from "../../changes/change.js";
import { adoptName } from "../adopt-name.js";
import {
  isTemporary,
  nameForNew,
  refuse,
  resolve,
  resolveTables,
  shown,
  type State,
} from "../state.js";
import { columnsOf, inheritedBy } from "./columns-of-table.js";
import { constraintsInOrder } from "./constraints-in-order.js";
import { addConstraint } from "./constraints.js";
import { copyFromParent, copyLike } from "./copied-keys.js";
import { dropTable } from "./dependents.js";
import { addIndex } from "./indexes.js";
import { isTaken } from "./is-taken.js";
import { makeColumn } from "./make-column.js";

export function applyCreateTable(change: CreateTable, state: State): void {
  const name = nameForNew(change.name, state);
  if (change.temporary) {
    state.temporary.add(state.rules.fold(name.name));
    return;
  }
  if (isTaken(name, state) || state.types.get(name)) {
    if (!change.ifNotExists && change.tolerant !== true) {
      refuse(state, change.at, `\`${shown(name, state)}\` is there already`);
    }
    return;
  }
  refuseTwice(change, state);
  const inherited = inheritedBy(change, state);
  const empty: Table = {
    ...name,
    kind: change.tableKind,
    columns: [],
    primaryKey: null,
    uniques: [],
    foreignKeys: [],
    checks: inherited.flatMap(({ checks }) => checks),
    indexes: [],
    inherits: resolveTables(change.inherits, state),
    partitionOf: change.partitionOf && (resolveTables([change.partitionOf], state)[0] ?? null),
    comment: change.comment,
    definedAt: { file: change.at.file, span: change.name.span },
  };
  state.tables.set(empty);
  adoptName(name, state);
  const own = change.columns.map((column) => makeColumn(column, empty, state));
  const columns = columnsOf(change, inherited, { ...empty, columns: own }, state);
  state.tables.set({ ...empty, columns });
  for (const constraint of constraintsInOrder(change, state))
    addConstraint(name, constraint, state);
  for (const like of change.like) copyLike(name, like, state);
  for (const index of change.indexes) addIndex(name, index, state);
  if (change.partitionOf) copyFromParent(name, inherited, state);
}

/** A column that is defined twice, a second primary key. */
function refuseTwice({ columns, constraints, name, at }: CreateTable, state: State): void {
  const { fold } = state.rules;
  const names = columns.map((column) => fold(column.name));
  const twice = names.find((each, index) => names.indexOf(each) < index);
  if (twice !== undefined) refuse(state, at, `\`${name.name}\` defines \`${twice}\` twice`);
  if (constraints.filter(({ kind }) => kind === "primary key").length > 1) {
    refuse(state, at, `\`${name.name}\` is given two primary keys`);
  }
}

export function applyDropTable(change: DropTable, state: State): void {
  const table = resolve(change.name, state.tables, state);
  if (!table) {
    if (isTemporary(change.name, state)) state.temporary.delete(state.rules.fold(change.name.name));
    else if (!change.ifExists && change.tolerant !== true) {
      refuse(state, change.at, `\`${shown(nameForNew(change.name, state), state)}\` isn't there`);
    }
    return;
  }
  dropTable(table, change, state);
}
