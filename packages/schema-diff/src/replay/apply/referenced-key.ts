import type { ForeignKey, Key, Table } from "@domain-isolation/model";
import { refuse, shown, type State } from "../state.js";
import { isSame, needsCascade, type Dropping } from "./dependents.js";

function isOn(columns: readonly string[], others: readonly string[]): boolean {
  return columns.toSorted().join("\0") === others.toSorted().join("\0");
}

/** Says that a foreign key points to columns that no key of the other table holds. */
export function refuseWithoutKey(key: ForeignKey, target: Table, state: State): void {
  if (!state.rules.dependsByObject || target.columns.length === 0) return;
  const { columns } = key.references;
  const keys = [target.primaryKey?.columns ?? [], ...target.uniques.map((each) => each.columns)];
  const indexes = target.indexes.filter(({ unique, where }) => unique && where === null);
  const indexed = indexes.map(({ parts }) => parts.map(({ column }) => column ?? ""));
  const isKey = [...keys, ...indexed].some((each) => each.length > 0 && isOn(each, columns));
  if (isKey) return;
  const names = columns.length === 0 ? "primary key" : `key on \`${columns.join(", ")}\``;
  const text = `the foreign key points to \`${shown(target, state)}\`, which has no ${names}`;
  refuse(state, key.definedAt, text);
}

/** Foreign keys that need a key of a table go with it, which takes `CASCADE`. */
export function dropForeignKeysOn(table: Table, key: Key, dropping: Dropping, state: State): void {
  if (!state.rules.dependsByObject) return;
  const isNeeding = ({ references }: ForeignKey) =>
    isSame(references, table) && isOn(references.columns, key.columns);
  state.tables.update((other) => {
    const kept = other.foreignKeys.filter((each) => !isNeeding(each));
    if (kept.length === other.foreignKeys.length) return other;
    needsCascade(other, { schema: null, name: key.name ?? "" }, dropping, state);
    return { ...other, foreignKeys: kept };
  });
}
