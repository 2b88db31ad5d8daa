import type { Column, ObjectName } from "@domain-isolation/model";
import { quoteIdentifier } from "../../sql/postgresql/quote-identifier.js";
import { resolve, type State } from "../state.js";
import { isSame } from "./dependents.js";

/** The default of a column that takes its numbers from a sequence. */
export function nextValueOf({ schema, name }: ObjectName, { rules }: State): string {
  const own = quoteIdentifier(name);
  const isUsual = schema === null || schema === rules.searchPath[0];
  const path = isUsual ? own : `${quoteIdentifier(schema)}.${own}`;
  return `nextval('${path.replaceAll("'", "''")}')`;
}

const nextValue =
  /^\(*\s*(?:pg_catalog\s*\.\s*)?nextval\s*\(+\s*'(?<path>(?:[^']|'')+)'\s*\)?\s*(?:::\s*(?:regclass|text)\s*\)?\s*)*\)+$/iu;

/** Whether a column takes its numbers from a sequence. */
export function takesFrom(sequence: ObjectName, column: Column, state: State): boolean {
  const path = nextValue.exec(column.default ?? "")?.groups?.path;
  if (path === undefined) return false;
  const [name = "", schema = null] = partsOf(path.replaceAll("''", "'")).toReversed();
  const found = resolve({ schema, name }, state.sequences, state) ?? { schema, name };
  return isSame({ schema: found.schema ?? state.rules.searchPath[0] ?? null, name }, sequence);
}

/** The parts of a name with dots, as the database has them. */
function partsOf(path: string): readonly string[] {
  const parts = path.match(/"(?:[^"]|"")*"|[^."]+/gu) ?? [];
  return parts.map((part) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase(),
  );
}

/** Gives the columns that take their numbers from a sequence another default. */
export function changeDefaults(sequence: ObjectName, value: string | null, state: State): void {
  state.tables.update((table) => {
    if (!table.columns.some((column) => takesFrom(sequence, column, state))) return table;
    const columns = table.columns.map((column) =>
      takesFrom(sequence, column, state) ? { ...column, default: value } : column,
    );
    return { ...table, columns };
  });
}
