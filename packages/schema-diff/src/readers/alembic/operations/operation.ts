import type { Dialect, SourcePlace } from "@domain-isolation/model";
import type { Change, PlacedName } from "../../../changes/change.js";
import { textOf, type CallTerm, type Value } from "../../python/value.js";
import { placedName } from "../placed-name.js";

/** A call of `op.…`, or of the same on the table of a batch. */
export interface Operation {
  readonly term: CallTerm;
  readonly at: SourcePlace;
  readonly dialect: Dialect;
  /** What comes behind the parameters that have names. */
  readonly rest: readonly Value[];
  argument(name: string): Value | null;
  text(name: string): string | null;
  isSet(name: string): boolean;
  /** The table that a parameter names, in `schema`, or in what another parameter says. */
  table(name: string, schema?: string): PlacedName | null;
}

/** Null where what it is called with can't be told. */
export type OperationReader = (operation: Operation) => readonly Change[] | null;

export interface Parameters {
  /** In the order of Alembic's own signature. */
  readonly names: readonly string[];
  /** Which of them the table of a batch takes the place of. */
  readonly table: string | null;
  /** Names that they had in earlier versions. */
  readonly formerly?: Readonly<Record<string, string>>;
}

/** The table that `op.batch_alter_table` is called with. */
export interface Batch {
  readonly table: Value | null;
  readonly schema: Value | null;
}

export function createOperation(
  term: CallTerm,
  { names, table, formerly = {} }: Parameters,
  batch: Batch | null,
  dialect: Dialect,
): Operation {
  const positional = batch ? names.filter((name) => name !== table) : names;
  const given = new Map<string, Value>();
  for (const [index, name] of positional.entries()) {
    const value = term.args[index];
    if (value) given.set(name, value);
  }
  for (const [name, value] of term.named) given.set(formerly[name] ?? name, value);
  for (const [name, value] of batch ? batchArguments(batch, table) : []) given.set(name, value);
  const argument = (name: string) => given.get(name) ?? null;
  const isSet = (name: string) => {
    const value = given.get(name);
    return value?.kind === "boolean" && value.value;
  };
  return {
    term,
    at: term.at,
    dialect,
    rest: term.args.slice(positional.length),
    argument,
    text: (name) => textOf(argument(name)),
    isSet,
    table: (name, schema = "schema") => placedName(argument(name), argument(schema), term.at),
  };
}

function batchArguments({ table, schema }: Batch, name: string | null): ReadonlyMap<string, Value> {
  const given = new Map<string, Value>();
  if (table && name !== null) given.set(name, table);
  if (schema) given.set("schema", schema).set("source_schema", schema);
  return given;
}
