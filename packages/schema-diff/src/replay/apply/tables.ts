import type { Column, ObjectName, Table } from "@domain-isolation/model";
import type {
  AlterTable,
  CreateTable,
  DropTable,
  PlacedName,
  TableLike,
} from "../../changes/change.js";
import { adoptName } from "../adopt-name.js";
import { familyOf } from "../family.js";
import { isTemporary, nameForNew, refuse, resolve, shown, type State } from "../state.js";
import { addConstraint } from "./constraints.js";
import { dropTable } from "./dependents.js";
import { addIndex } from "./indexes.js";
import { isTaken } from "./is-taken.js";
import { makeColumn } from "./make-column.js";
import { tableFor } from "./table-for.js";

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
    inherits: named(change.inherits, state),
    partitionOf: change.partitionOf && (named([change.partitionOf], state)[0] ?? null),
    comment: change.comment,
    definedAt: { file: change.at.file, span: change.name.span },
  };
  state.tables.set(empty);
  adoptName(name, state);
  const own = change.columns.map((column) => makeColumn(column, empty, state));
  const columns = columnsFrom(change, inherited, { ...empty, columns: own }, state);
  state.tables.set({ ...empty, columns: merged(columns) });
  for (const constraint of ordered(change, state)) addConstraint(name, constraint, state);
  for (const like of change.like) copyLike(name, like, state);
  for (const index of change.indexes) addIndex(name, index, state);
  if (change.partitionOf) copyFromParent(name, inherited, state);
}

function named(names: readonly PlacedName[], state: State): readonly ObjectName[] {
  return names.map((each) => {
    const { schema, name } = resolve(each, state.tables, state) ?? nameForNew(each, state);
    return { schema, name };
  });
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

/**
 * As PostgreSQL makes them: the primary key first, foreign keys last. A nameless `UNIQUE` over the
 * columns of another key makes nothing.
 */
function ordered({ constraints }: CreateTable, { rules }: State): CreateTable["constraints"] {
  const rank = { "primary key": 0, unique: 1, exclude: 1, check: 2, "foreign key": 3 };
  const sorted = constraints.toSorted((a, b) => rank[a.kind] - rank[b.kind]);
  if (rules.dialect !== "postgresql") return sorted;
  return sorted.filter((constraint, index) => {
    if (constraint.kind !== "unique" || constraint.name !== null) return true;
    const columns = constraint.columns.join();
    return !sorted
      .slice(0, index)
      .some((other) => isKey(other) && other.columns.join() === columns);
  });
}

type Constraint = CreateTable["constraints"][number];

function isKey(
  constraint: Constraint,
): constraint is Extract<Constraint, { kind: "unique" | "primary key" }> {
  return constraint.kind === "unique" || constraint.kind === "primary key";
}

function inheritedBy(change: CreateTable, state: State): readonly Table[] {
  const { at, partitionOf } = change;
  const parents = change.inherits.flatMap((table) => tableFor({ table, at }, state) ?? []);
  const whole = partitionOf && tableFor({ table: partitionOf, at }, state);
  if (whole && whole.kind !== "partitioned") {
    refuse(state, at, `\`${shown(whole, state)}\` isn't partitioned`);
  }
  return whole ? [...parents, whole] : parents;
}

function columnsFrom(
  change: CreateTable,
  inherited: readonly Table[],
  made: Table,
  state: State,
): readonly Column[] {
  const own = made.columns;
  const likes = change.like.map((like) => ({
    position: like.position ?? 0,
    columns: likeColumns(like, change, made, state),
  }));
  const likesAt = (index: number) =>
    likes.flatMap(({ position, columns }) => (position === index ? columns : []));
  return [
    ...inherited.flatMap(({ columns }) => columns.map((column) => ({ ...column, identity: null }))),
    ...own.flatMap((column, index) => [...likesAt(index), column]),
    ...likesAt(own.length),
    ...(change.as ? resultColumns(change, state) : []),
  ];
}

/** A column of the same name adds to an inherited one. */
function merged(columns: readonly Column[]): readonly Column[] {
  const byName = new Map<string, Column>();
  for (const column of columns) {
    const before = byName.get(column.name);
    byName.set(column.name, {
      ...column,
      nullable: column.nullable && (before?.nullable ?? true),
      default: column.default ?? before?.default ?? null,
    });
  }
  return [...byName.values()];
}

function likeColumns(
  like: TableLike,
  change: CreateTable,
  made: Table,
  state: State,
): readonly Column[] {
  const source = resolve(like.name, state.tables, state);
  const has = (option: TableLike["including"][number]) => like.including.includes(option);
  const columns = (source?.columns ?? []).map((column) => ({
    ...column,
    default: has("defaults") ? column.default : null,
    identity: has("identity") ? column.identity : null,
    generated: has("generated") ? column.generated : null,
    comment: has("comments") ? column.comment : null,
    definedAt: change.at,
  }));
  return columns.map((column) => makeColumn({ ...column, serial: false }, made, state));
}

function copyLike(name: ObjectName, like: TableLike, state: State): void {
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
function copyFromParent(name: ObjectName, inherited: readonly Table[], state: State): void {
  for (const parent of inherited) {
    copyIndexes(name, parent, state);
    const table = state.tables.get(name);
    if (table) {
      const foreignKeys = [...table.foreignKeys, ...parent.foreignKeys];
      state.tables.set({ ...table, foreignKeys });
    }
  }
}

/** What a query gives: columns of tables by their names; of others the type can't be told here. */
function resultColumns({ as, at }: CreateTable, state: State): readonly Column[] {
  if (!as) return [];
  const sources = named(as.reads, state).flatMap((name) => state.tables.get(name) ?? []);
  const [only] = sources;
  const isWhole = /^\s*\(?\s*select\s+\*\s+from\b/iu.test(as.text) && sources.length === 1;
  const { rules } = state;
  const names = as.columns ?? (isWhole ? (only?.columns.map(({ name }) => name) ?? []) : []);
  return names.map((name, index) => {
    const origin = as.origins ? as.origins[index] : name;
    const source = sources
      .flatMap(({ columns }) => columns)
      .find((each) => {
        return rules.foldColumn(each.name) === rules.foldColumn(origin ?? "");
      });
    const nothing = { default: null, identity: null, generated: null, comment: null };
    return {
      name,
      type: rules.resultType(source?.type ?? ""),
      nullable: true,
      ...nothing,
      definedAt: at,
    };
  });
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

/** `ATTACH PARTITION`, `INHERIT` and their opposites. */
export function applyAlterTable(change: AlterTable, state: State): void {
  const table = tableFor(change, state);
  const other = table && tableFor({ ...change, table: change.other }, state);
  if (!table || !other) return;
  const { schema, name } = table;
  switch (change.kind) {
    case "attach partition":
      state.tables.set({ ...other, partitionOf: { schema, name } });
      copyMissing(other, familyOf(table, state, false), state);
      return;
    case "detach partition":
      state.tables.set({ ...other, partitionOf: null });
      return;
    case "inherit":
      state.tables.set({
        ...table,
        inherits: [...table.inherits, { schema: other.schema, name: other.name }],
      });
      return;
    case "no inherit": {
      const isOther = (each: ObjectName) =>
        each.name === other.name && each.schema === other.schema;
      state.tables.set({ ...table, inherits: table.inherits.filter((each) => !isOther(each)) });
    }
  }
}

/** A table that becomes a partition keeps the indexes that it has, and gets those that it lacks. */
function copyMissing(name: ObjectName, [parent]: readonly Table[], state: State): void {
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
