import type { Column, ForeignKey, Index, Key, Table } from "@domain-isolation/model";
import {
  isSame,
  itemsOf,
  mapping,
  none,
  sequence,
  text,
  textOf,
  truth,
  truthOf,
  type CallTerm,
  type Value,
} from "../python/value.js";
import type { Existing } from "./existing.js";
import { argumentOf } from "./sqlalchemy-name.js";

/** What a migration is told that asks the database for a list: `inspector.get_columns("t")`. */
export function inspect(value: Value, existing: Existing): readonly Value[] | null {
  if (value.kind !== "call" || value.callee.kind !== "member") return null;
  const question = value.callee.name;
  if (question === "get_table_names") {
    const schema = textOf(argumentOf(value, "schema", 0));
    return existing.tables(schema)?.map((name) => text(name)) ?? null;
  }
  const answer = answers[question];
  const table = answer && tableAsked(value, existing);
  if (!answer || !table) return null;
  return table === "none" ? [] : answer(table);
}

const answers: Readonly<Record<string, (table: Table) => readonly Value[]>> = {
  get_columns: ({ columns }) => columns.map(columnAnswer),
  get_indexes: ({ indexes, uniques }) => [...indexes.map(indexAnswer), ...uniques.map(keyAnswer)],
  get_unique_constraints: ({ uniques }) => uniques.map(keyAnswer),
  get_foreign_keys: ({ foreignKeys }) => foreignKeys.map(foreignKeyAnswer),
  get_check_constraints: ({ checks }) =>
    checks.map(({ name, expression }) => record({ name: named(name), sqltext: text(expression) })),
};

function tableAsked(term: CallTerm, existing: Existing): Table | "none" | null {
  const name = textOf(argumentOf(term, "table_name", 0));
  return name === null ? null : existing.table(name, textOf(argumentOf(term, "schema", 1)));
}

function record(entries: Readonly<Record<string, Value>>): Value {
  return mapping(Object.entries(entries).map(([key, value]) => [text(key), value] as const));
}

/** Names that the database gave aren't known for certain. */
function named(name: string | null): Value {
  return name === null ? { kind: "unknown", reason: "the database gave the name" } : text(name);
}

function columnAnswer(column: Column): Value {
  return record({
    name: text(column.name),
    nullable: truth(column.nullable),
    default: column.default === null ? none : text(column.default),
  });
}

function names(columns: readonly string[]): Value {
  return sequence(
    "list",
    columns.map((column) => text(column)),
  );
}

function indexAnswer({ name, unique, parts }: Index): Value {
  const columns = parts.flatMap(({ column }) => column ?? []);
  return record({ name: text(name), unique: truth(unique), column_names: names(columns) });
}

function keyAnswer({ name, columns }: Key): Value {
  return record({ name: named(name), unique: truth(true), column_names: names(columns) });
}

function foreignKeyAnswer({ name, columns, references }: ForeignKey): Value {
  return record({
    name: named(name),
    constrained_columns: names(columns),
    referred_table: text(references.name),
    referred_columns: names(references.columns),
  });
}

/** Whether a condition holds that asks the database what is there. Null where it can't be told. */
export function decide(test: Value, existing: Existing): boolean | null {
  const known = truthOf(test);
  if (known !== null) return known;
  if (test.kind === "operation") return decideOperation(test.operator, test.operands, existing);
  if (test.kind !== "call") return null;
  return decideCall(test, existing);
}

function decideOperation(
  operator: string,
  operands: readonly Value[],
  existing: Existing,
): boolean | null {
  const [left, right] = operands;
  switch (operator) {
    case "Not":
      return left ? negated(decide(left, existing)) : null;
    case "And":
      return all(operands.map((each) => decide(each, existing)));
    case "Or":
      return negated(all(operands.map((each) => negated(decide(each, existing)))));
    case "In":
      return left && right ? isAmong(left, right, existing) : null;
    case "NotIn":
      return left && right ? negated(isAmong(left, right, existing)) : null;
    default:
      return null;
  }
}

function negated(holds: boolean | null): boolean | null {
  return holds === null ? null : !holds;
}

function all(holds: readonly (boolean | null)[]): boolean | null {
  if (holds.includes(false)) return false;
  return holds.includes(null) ? null : true;
}

function isAmong(item: Value, container: Value, existing: Existing): boolean | null {
  const known = tableIsThere(item, container, existing);
  if (known !== null) return known;
  const items = inspect(container, existing) ?? itemsOf(container);
  if (!items) return null;
  const found = items.map((each) => isSame(each, item));
  if (found.includes(true)) return true;
  return found.includes(null) ? null : false;
}

/** One table can be certain where not all are. */
function tableIsThere(item: Value, container: Value, existing: Existing): boolean | null {
  const name = textOf(item);
  const isAsked =
    container.kind === "call" &&
    container.callee.kind === "member" &&
    container.callee.name === "get_table_names";
  if (name === null || !isAsked) return null;
  return isThere(existing.table(name, textOf(argumentOf(container, "schema", 0))));
}

function isThere(table: Table | "none" | null): boolean | null {
  return table === null ? null : table !== "none";
}

/** `inspector.has_table("t")`, `dialect.has_table(connection, "t")`, `get_table_names()`. */
function decideCall(term: CallTerm, existing: Existing): boolean | null {
  if (term.callee.kind !== "member") return null;
  if (term.callee.name !== "has_table") {
    const items = inspect(term, existing);
    return items && items.length > 0;
  }
  const name =
    textOf(argumentOf(term, "table_name")) ??
    term.args.map((each) => textOf(each)).find((each) => each !== null);
  if (name === undefined) return null;
  return isThere(existing.table(name, textOf(argumentOf(term, "schema"))));
}

/** The texts in a condition: the names that it asks about. */
export function textsIn(test: Value, depth = 0): readonly string[] {
  const whole = textOf(test);
  if (whole !== null) return [whole];
  if (depth > 20) return [];
  if (test.kind === "operation") return test.operands.flatMap((each) => textsIn(each, depth + 1));
  return test.kind === "call" ? test.args.flatMap((each) => textsIn(each, depth + 1)) : [];
}
