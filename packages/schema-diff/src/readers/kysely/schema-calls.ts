import type { Change, Constraint, PlacedName } from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { intoTable, plainTable } from "../source-code/definitions.js";
import { textsOf } from "../source-code/literals.js";
import { dottedName, placeOf } from "../source-code/names.js";
import { opaque, type Run } from "../source-code/run.js";
import { alterTable } from "./alter-table.js";
import { builtColumn } from "./column.js";
import { isConstraint, tableConstraint } from "./constraints.js";
import { createIndex } from "./create-index.js";
import { createView } from "./create-view.js";

/** A statement of `db.schema`: the call that begins it, with what is added to it. */
export interface SchemaCall {
  readonly begun: Step;
  readonly name: PlacedName;
  readonly rest: readonly Step[];
  readonly run: Run;
}

type Reader = (call: SchemaCall) => readonly Change[];

const readers: Readonly<Record<string, Reader>> = {
  createTable,
  alterTable,
  createIndex,
  createView,
  dropTable: drop("drop table"),
  dropView: drop("drop view"),
  dropSchema: drop("drop schema"),
  dropType: drop("drop type"),
  dropIndex: (call) => {
    const on = argumentOf(call, "on");
    const table = on ? dottedName(on, call.run.analysis) : null;
    return [{ ...dropped(call), kind: "drop index", table }];
  },
  createSchema: ({ begun, name, rest }) => [
    {
      kind: "create schema",
      at: placeOf(begun.place),
      name,
      ifNotExists: says(rest, "ifNotExists"),
    },
  ],
  createType: (call) => {
    const values = textsOf(argumentOf(call, "asEnum"), call.run.analysis);
    const at = placeOf(call.begun.place);
    if (!values)
      return [opaque(call.begun.place, "the values of an enum are known only when it runs")];
    return [{ kind: "create type", at, name: call.name, type: "enum", values }];
  },
};

/** What a statement of `db.schema` changes. */
export function readSchema(
  [begun, ...rest]: readonly Step[],
  schema: string | null,
  run: Run,
): readonly Change[] {
  if (!begun) return [];
  const name = dottedName(begun.args?.[0], run.analysis, schema);
  if (!name)
    return [opaque(begun.place, `\`${begun.name}\` names what is known only when it runs`)];
  return (
    readers[begun.name]?.({ begun, name, rest, run }) ?? [
      opaque(begun.place, `\`schema.${begun.name}\` is not known`),
    ]
  );
}

export function says(steps: readonly Step[], name: string): boolean {
  return steps.some((each) => each.name === name);
}

export function argumentOf({ rest }: SchemaCall, name: string) {
  return rest.find((each) => each.name === name)?.args?.[0];
}

function dropped({ begun, name, rest }: SchemaCall) {
  const ifExists = says(rest, "ifExists");
  return { at: placeOf(begun.place), name, ifExists, cascade: says(rest, "cascade") };
}

function drop(kind: "drop table" | "drop view" | "drop schema" | "drop type"): Reader {
  return (call) => [{ ...dropped(call), kind }];
}

/** What else may be said of a table, and changes nothing that a schema tells. */
const silent = /^(?:ifNotExists|temporary|onCommit|modifyFront|modifyEnd|\$call|execute|compile)$/u;

function createTable(call: SchemaCall): readonly Change[] {
  const { begun, name, rest, run } = call;
  const common = { table: name, ifTableExists: false };
  const changes = rest.flatMap((step): readonly Change[] => {
    const at = placeOf(step.place);
    if (step.name === "addColumn") {
      const built = builtColumn(step, run);
      const added = { kind: "add column", ifNotExists: false, position: null } as const;
      if (built) return [{ ...common, ...added, ...built, at }];
    } else if (isConstraint(step.name)) {
      const constraint: Constraint | null = tableConstraint(step, run);
      if (constraint) return [{ ...common, kind: "add constraint", at, constraint }];
    } else if (silent.test(step.name)) return [];
    return [opaque(step.place, `\`${step.name}\` of a table is known only when it runs`)];
  });
  const table = plainTable(name, placeOf(begun.place));
  const [ifNotExists, temporary] = [says(rest, "ifNotExists"), says(rest, "temporary")];
  return intoTable({ ...table, ifNotExists, temporary }, changes);
}
