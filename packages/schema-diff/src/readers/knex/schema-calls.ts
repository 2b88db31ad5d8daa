import type { Place } from "@domain-isolation/source-facts";
import type { Change, PlacedName } from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { intoTable, plainTable } from "../source-code/definitions.js";
import { textOf } from "../source-code/literals.js";
import { dottedName, placeOf, placedName } from "../source-code/names.js";
import { opaque, type Run } from "../source-code/run.js";
import { createView } from "./create-view.js";
import { rawChanges } from "./raw.js";
import { tableReceiver } from "./table-calls.js";

/** A call on `knex.schema`. */
export interface SchemaCall {
  readonly step: Step;
  readonly args: readonly Place[];
  /** Of `withSchema`, if it came before. */
  readonly schema: string | null;
  readonly run: Run;
}

type Reader = (call: SchemaCall) => readonly Change[];

const nothing: Reader = () => [];

/** What the methods of `knex.schema` change. */
export const schemaCalls: Readonly<Record<string, Reader>> = {
  createTable: (call) => createTable(call, false),
  createTableIfNotExists: (call) => createTable(call, true),
  createTableLike: (call) => {
    const name = nameOf(call);
    const like = dottedName(call.args[1], call.run.analysis, call.schema);
    if (!name || !like) return [unnamed(call)];
    const including = [
      "defaults",
      "constraints",
      "indexes",
      "identity",
      "generated",
      "comments",
    ] as const;
    return [{ ...plainTable(name, placeOf(call.step.place)), like: [{ name: like, including }] }];
  },
  alterTable,
  table: alterTable,
  dropTable: (call) => drop(call, "drop table", false),
  dropTableIfExists: (call) => drop(call, "drop table", true),
  dropView: (call) => drop(call, "drop view", false),
  dropViewIfExists: (call) => drop(call, "drop view", true),
  dropMaterializedView: (call) => drop(call, "drop view", false),
  dropMaterializedViewIfExists: (call) => drop(call, "drop view", true),
  dropSchema: (call) => drop({ ...call, schema: null }, "drop schema", false),
  dropSchemaIfExists: (call) => drop({ ...call, schema: null }, "drop schema", true),
  renameTable: (call) => rename(call, "table"),
  renameView: (call) => rename(call, "view"),
  createSchema: (call) => createSchema(call, false),
  createSchemaIfNotExists: (call) => createSchema(call, true),
  createView: (call) => createView(call, "view", false),
  createViewOrReplace: (call) => createView(call, "view", true),
  createMaterializedView: (call) => createView(call, "materialized", false),
  raw: ({ args, step, run }) => rawChanges(args, step, run),
  createExtension: nothing,
  createExtensionIfNotExists: nothing,
  dropExtension: nothing,
  dropExtensionIfExists: nothing,
  hasTable: nothing,
  hasColumn: nothing,
  queryContext: nothing,
  toSQL: nothing,
  toString: nothing,
  generateDdlCommands: nothing,
};

export function nameOf({ args, run, schema }: SchemaCall): PlacedName | null {
  return dottedName(args[0], run.analysis, schema);
}

export function unnamed({ step }: SchemaCall): Change {
  return opaque(step.place, `\`${step.name}\` names what is known only when it runs`);
}

function createTable(call: SchemaCall, ifNotExists: boolean): readonly Change[] {
  const name = nameOf(call);
  if (!name) return [unnamed(call)];
  const made = { ...plainTable(name, placeOf(call.step.place)), ifNotExists };
  return intoTable(made, bodyOf(call, name, true)).toSorted(typesFirst);
}

/** Types are made before the tables that use them. */
function typesFirst(a: Change, b: Change): number {
  return Number(b.kind === "create type") - Number(a.kind === "create type");
}

function alterTable(call: SchemaCall): readonly Change[] {
  const name = nameOf(call);
  return name ? bodyOf(call, name, false) : [unnamed(call)];
}

/** What the callback does with the table, in the order of its calls. */
function bodyOf(
  { args, step, run }: SchemaCall,
  name: PlacedName,
  isNew: boolean,
): readonly Change[] {
  const callback = args.at(-1);
  const written = args[0] ? (textOf(args[0], run.analysis) ?? name.name) : name.name;
  const receiver = tableReceiver({ name, written, isNew });
  return (
    (callback && run.call(callback, [receiver])) ?? [
      {
        ...opaque(step.place, ""),
        kind: "opaque",
        reason: "what it does with the table can't be followed",
        reads: [],
        writes: [name],
      },
    ]
  );
}

function drop(
  call: SchemaCall,
  kind: "drop table" | "drop view" | "drop schema",
  ifExists: boolean,
): readonly Change[] {
  const name = nameOf(call);
  if (!name) return [unnamed(call)];
  const cascade = kind === "drop schema" && call.args.length > 1;
  return [{ kind, at: placeOf(call.step.place), name, ifExists, cascade }];
}

function rename(call: SchemaCall, object: "table" | "view"): readonly Change[] {
  const name = nameOf(call);
  const to = call.args[1] ? textOf(call.args[1], call.run.analysis) : null;
  if (!name || to === null) return [unnamed(call)];
  return [{ kind: "rename", object, at: placeOf(call.step.place), name, to, ifExists: false }];
}

function createSchema(call: SchemaCall, ifNotExists: boolean): readonly Change[] {
  const name = placedName(call.args[0], call.run.analysis);
  if (!name) return [unnamed(call)];
  return [{ kind: "create schema", at: placeOf(call.step.place), name, ifNotExists }];
}
