import type { ForeignKey, Key, ObjectName, Table } from "@domain-isolation/model";
import type {
  AddConstraint,
  Constraint,
  DropConstraint,
  RenameConstraint,
} from "../../changes/change.js";
import { nameForNew, refuse, resolve, shown, type State } from "../state.js";
import { childrenOf } from "../family.js";
import { refuseMissingColumns } from "./missing-columns.js";
import { dropForeignKeysOn, refuseWithoutKey } from "./referenced-key.js";
import { tableFor } from "./table-for.js";
import { withColumn } from "./make-column.js";

/** Adds a constraint to a table that is in the state, and puts the table that results there. */
export function addConstraint(name: ObjectName, constraint: Constraint, state: State): void {
  const table = state.tables.get(name);
  if (!table) return;
  refuseMissingColumns(constraint, table, constraint.definedAt, state);
  const own = constraint.name ?? state.rules.nameConstraint(constraint, table, state);
  switch (constraint.kind) {
    case "primary key":
    case "unique":
      addKey(table, constraint, own, state);
      return;
    case "foreign key":
      state.tables.set({
        ...table,
        foreignKeys: [...table.foreignKeys, foreignKey(constraint, own, state)],
      });
      return;
    case "check":
    case "exclude": {
      const { kind, expression, definedAt } = constraint;
      const check = { kind, expression, definedAt, name: own };
      state.tables.set({ ...table, checks: [...table.checks, check] });
    }
  }
}

function addKey(
  table: Table,
  constraint: Constraint & { kind: "primary key" | "unique" },
  name: string | null,
  state: State,
): void {
  const { rules } = state;
  const used = table.indexes.find((index) => index.name === constraint.usingIndex);
  const columns = used ? used.parts.flatMap(({ column }) => column ?? []) : constraint.columns;
  const key: Key = {
    name: constraint.usingIndex === undefined ? name : (constraint.name ?? constraint.usingIndex),
    columns,
    definedAt: constraint.definedAt,
  };
  const indexes = used ? table.indexes.filter((index) => index !== used) : table.indexes;
  if (constraint.kind === "unique") {
    if (rules.isRedundant(key, constraint, table)) return;
    state.tables.set({ ...table, indexes, uniques: [...table.uniques, key] });
    return;
  }
  const keyed: Table = { ...table, indexes, primaryKey: key };
  state.tables.set(
    rules.keysAreNotNull
      ? columns.reduce(
          (made, column) =>
            withColumn(made, column, (each) => ({ ...each, nullable: false }), state),
          keyed,
        )
      : keyed,
  );
}

function foreignKey(
  constraint: Constraint & { kind: "foreign key" },
  name: string | null,
  state: State,
): ForeignKey {
  const { columns, references, onDelete, onUpdate, definedAt } = constraint;
  const found = resolve(references, state.tables, state);
  const made = nameForNew(references, state);
  if (!found && state.rules.dependsByObject) {
    refuse(
      state,
      definedAt,
      `the foreign key points to \`${shown(made, state)}\`, which isn't there`,
    );
  }
  const given = references.columns;
  const implied = state.rules.dependsByObject ? (found?.primaryKey?.columns ?? []) : [];
  const key: ForeignKey = {
    name,
    columns,
    onDelete,
    onUpdate,
    definedAt,
    references: {
      schema: (found ?? made).schema,
      name: (found ?? made).name,
      columns: given.length > 0 ? given : implied,
    },
  };
  if (found) refuseWithoutKey(key, found, state);
  return key;
}

export function applyAddConstraint(change: AddConstraint, state: State): void {
  const table = tableFor(change, state);
  if (!table) return;
  const { constraint } = change;
  if (constraint.name !== null && hasConstraint(table, constraint.name, state)) {
    if (change.tolerant) return;
    refuse(
      state,
      change.at,
      `\`${shown(table, state)}\` has a constraint \`${constraint.name}\` already`,
    );
    return;
  }
  if (constraint.kind === "primary key" && table.primaryKey) {
    if (change.tolerant) return;
    refuse(state, change.at, `\`${shown(table, state)}\` has a primary key already`);
  }
  addConstraint(table, constraint, state);
  if (change.only !== true) addToChildren(table, constraint, state);
}

/** Checks go to all that inherit, the rest to partitions: foreign keys as they are, keys anew. */
function addToChildren(table: Table, constraint: Constraint, state: State): void {
  const isCheck = constraint.kind === "check";
  const made = state.tables.get(table);
  const name = made && (constraint.name ?? nameOfLast(made, constraint.kind));
  for (const child of childrenOf(table, state)) {
    if (!isCheck && (!child.partitionOf || hasKey(child, constraint))) continue;
    const isNamed = isCheck || constraint.kind === "foreign key";
    const own = { ...constraint, name: isNamed ? name : null };
    addConstraint(child, own, state);
    addToChildren(child, own, state);
  }
}

function hasKey({ primaryKey, uniques }: Table, constraint: Constraint): boolean {
  if (constraint.kind === "primary key") return primaryKey !== null;
  return constraint.kind === "unique" && uniques.some((key) => isCopy(key, constraint));
}

function nameOfLast(table: Table, kind: Constraint["kind"]): string | null {
  const constraints = kind === "foreign key" ? table.foreignKeys : table.checks;
  return constraints.at(-1)?.name ?? null;
}

function namesOf({ primaryKey, uniques, checks, foreignKeys }: Table): readonly (string | null)[] {
  const named = [...(primaryKey ? [primaryKey] : []), ...uniques, ...checks, ...foreignKeys];
  return named.map(({ name }) => name);
}

function hasConstraint(table: Table, name: string, { rules }: State): boolean {
  return namesOf(table).some((each) => each !== null && rules.fold(each) === rules.fold(name));
}

export function applyDropConstraint(change: DropConstraint, state: State): void {
  const table = tableFor(change, state);
  if (!table) return;
  const { name } = change;
  if (name !== null && !hasConstraint(table, name, state)) {
    if (!change.ifExists && change.tolerant !== true) {
      refuse(state, change.at, `\`${shown(table, state)}\` has no constraint \`${name}\``);
    }
    return;
  }
  const { fold } = state.rules;
  const isMeant = (own: string | null) => own !== null && name !== null && fold(own) === fold(name);
  dropFrom(table, isMeant, change, state);
}

/** Drops what is meant from a table, and what came of it from those that inherit. */
function dropFrom(
  table: Table,
  isMeant: (name: string | null) => boolean,
  change: DropConstraint,
  state: State,
): void {
  const kept = withoutConstraint(table, isMeant, change.name === null);
  state.tables.set(kept);
  const isGone = <T>(all: readonly T[], left: readonly T[]) =>
    all.filter((each) => !left.includes(each));
  const keys = isGone(table.uniques, kept.uniques);
  const primary = table.primaryKey && !kept.primaryKey ? [table.primaryKey] : [];
  for (const key of [...primary, ...keys]) dropForeignKeysOn(table, key, change, state);
  if (change.only === true) return;
  for (const child of childrenOf(table, state)) {
    const { primaryKey, uniques } = child;
    const copies = uniques.filter((each) => keys.some((key) => isCopy(each, key)));
    const own = [...copies, ...(primaryKey && primary.length > 0 ? [primaryKey] : [])];
    const names = child.partitionOf ? own.map(({ name }) => name) : [];
    dropFrom(child, (name) => isMeant(name) || names.includes(name), change, state);
  }
}

function isCopy(key: Pick<Key, "columns">, parent: Pick<Key, "columns">): boolean {
  return key.columns.join("\0") === parent.columns.join("\0");
}

function withoutConstraint(
  table: Table,
  isMeant: (name: string | null) => boolean,
  isKey: boolean,
): Table {
  const { primaryKey, uniques, checks, foreignKeys } = table;
  const isOther = (each: { readonly name: string | null }) => !isMeant(each.name);
  return {
    ...table,
    primaryKey: primaryKey && !isKey && isOther(primaryKey) ? primaryKey : null,
    uniques: uniques.filter(isOther),
    checks: checks.filter(isOther),
    foreignKeys: foreignKeys.filter(isOther),
  };
}

export function applyRenameConstraint(change: RenameConstraint, state: State): void {
  const table = tableFor(change, state);
  if (!table) return;
  const { name, to } = change;
  if (!hasConstraint(table, name, state)) {
    if (!change.tolerant) {
      refuse(state, change.at, `\`${shown(table, state)}\` has no constraint \`${name}\``);
    }
    return;
  }
  const renamed = <T extends { readonly name: string | null }>(each: T): T =>
    each.name === name ? { ...each, name: to } : each;
  const { primaryKey, uniques, checks, foreignKeys } = table;
  state.tables.set({
    ...table,
    primaryKey: primaryKey && renamed(primaryKey),
    uniques: uniques.map(renamed),
    checks: checks.map(renamed),
    foreignKeys: foreignKeys.map(renamed),
  });
}
