import { isColumn } from "../../readers/alembic/column.js";
import { columnForeignKey } from "../../readers/alembic/constraints.js";
import { calledName } from "../../readers/alembic/sqlalchemy-name.js";
import type { PlacedName } from "../../changes/change.js";
import { text, textOf, type Value } from "../../readers/python/value.js";
import type { ModelAttributes } from "./model-items.js";

/** Columns as objects, and what a text would call them; null for one that several tables take over. */
export type ColumnNames = ReadonlyMap<Value, string | null>;

/** What `User.id` means in a `ForeignKey(User.id)`. */
export function columnNames(
  tables: readonly { readonly name: PlacedName; readonly attributes: ModelAttributes }[],
): ColumnNames {
  const names = new Map<Value, string | null>();
  for (const { name, attributes } of tables) {
    const path = name.schema === null ? [name.name] : [name.schema, name.name];
    for (const [key, value] of attributes) {
      if (!isColumn(value)) continue;
      const written = textOf(value.args[0]) ?? textOf(value.named.get("name")) ?? key;
      names.set(value, names.has(value) ? null : [...path, written].join("."));
    }
  }
  return names;
}

/** Keys that point to columns as objects, as ones that name them. */
export function withReferences(value: Value, names: ColumnNames): Value {
  if (value.kind === "sequence") {
    return { ...value, items: value.items.map((each) => withReferences(each, names)) };
  }
  if (value.kind !== "call") return value;
  const isKey = /^ForeignKey(?:Constraint)?$/u.test(calledName(value) ?? "");
  const inner = (each: Value): Value => {
    const name = isKey ? names.get(each) : undefined;
    if (typeof name === "string") return text(name);
    if (isKey && each.kind === "sequence") return { ...each, items: each.items.map(inner) };
    return withReferences(each, names);
  };
  return { ...value, args: value.args.map(inner) };
}

/** Clauses about the keys of columns of which it isn't known where they point. */
export function lostReferences(items: readonly Value[]): readonly string[] {
  return items.filter(isColumn).flatMap(({ args }) => {
    const column = textOf(args[0]) ?? "";
    const isLost = (each: Value) =>
      each.kind === "call" &&
      calledName(each) === "ForeignKey" &&
      columnForeignKey(each, column) === null;
    return args.some(isLost) ? [`what ${column} refers to isn't known`] : [];
  });
}
