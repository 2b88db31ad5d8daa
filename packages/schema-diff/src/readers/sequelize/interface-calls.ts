import type { Place } from "@domain-isolation/source-facts";
import type { Change, Constraint, PlacedName } from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { nameOfIndex, plainTable } from "../source-code/definitions.js";
import { booleanOf, textOf, textsOf } from "../source-code/literals.js";
import { nameSpan, placeOf, placedName } from "../source-code/names.js";
import { optionsOf, type Options } from "../source-code/options.js";
import { originOf } from "../source-code/origin.js";
import { opaque, type Run } from "../source-code/run.js";
import { addConstraint } from "./add-constraint.js";
import { addIndex, indexName } from "./add-index.js";
import { attributeOf } from "./attribute.js";

/** A call on the interface. */
export interface InterfaceCall {
  readonly step: Step;
  readonly args: readonly Place[];
  readonly run: Run;
}

type Reader = (call: InterfaceCall) => readonly Change[];

/** What the methods of Sequelize's interface change. */
export const interfaceCalls: Readonly<Record<string, Reader>> = {
  createTable,
  dropTable: onTable((call, name) => {
    const cascade = optionsOf(call.args[1], call.run.analysis)?.flag("cascade") === true;
    return [{ kind: "drop table", at: placeOf(call.step.place), name, ifExists: true, cascade }];
  }),
  renameTable: onTable((call, name) => {
    const to = tableName(call.args[1], call.run);
    if (!to) return null;
    return [
      {
        kind: "rename",
        object: "table",
        at: placeOf(call.step.place),
        name,
        to: to.name,
        ifExists: false,
      },
    ];
  }),
  addColumn: onTable(addColumn),
  changeColumn: onTable(changeColumn),
  removeColumn: onTable((call, table) => {
    const column = textAt(call, 1);
    if (column === null) return null;
    return [
      { ...common(call, table), kind: "drop column", column, ifExists: false, cascade: false },
    ];
  }),
  renameColumn: onTable((call, table) => {
    const [column, to] = [textAt(call, 1), textAt(call, 2)];
    return column === null || to === null
      ? null
      : [{ ...common(call, table), kind: "rename column", column, to }];
  }),
  addIndex: onTable(addIndex),
  removeIndex: onTable((call, table) => {
    const given = textAt(call, 1);
    const columns = textsOf(call.args[1], call.run.analysis);
    const name = given ?? (columns && indexName(table, columns));
    if (name === null) return null;
    const at = placeOf(call.step.place);
    const index = nameOfIndex(table, name);
    return [
      {
        kind: "drop index",
        at,
        name: index,
        table,
        ifExists: call.run.dialect === "postgresql",
        cascade: false,
      },
    ];
  }),
  addConstraint: onTable(addConstraint),
  removeConstraint: onTable((call, table) => {
    const name = textAt(call, 1);
    if (name === null) return null;
    return [
      {
        ...common(call, table),
        kind: "drop constraint",
        name,
        constraint: null,
        ifExists: false,
        cascade: false,
      },
    ];
  }),
  bulkInsert: onTable(rows),
  insert: rowsOfSecond,
  bulkUpdate: onTable(rows),
  bulkDelete: onTable(rows),
  upsert: onTable(rows),
  update: rowsOfSecond,
  delete: rowsOfSecond,
  createSchema: (call) => {
    const name = placedName(call.args[0], call.run.analysis);
    return name
      ? [{ kind: "create schema", at: placeOf(call.step.place), name, ifNotExists: true }]
      : unknown(call);
  },
  dropSchema: (call) => {
    const name = placedName(call.args[0], call.run.analysis);
    return name
      ? [{ kind: "drop schema", at: placeOf(call.step.place), name, ifExists: true, cascade: true }]
      : unknown(call);
  },
};

export function unknown({ step }: InterfaceCall): readonly Change[] {
  return [opaque(step.place, `\`${step.name}\` is of what is known only when it runs`)];
}

/** `"users"`, `{ tableName: "users", schema: "auth" }` */
export function tableName(place: Place | undefined, { analysis }: Run): PlacedName | null {
  const options = optionsOf(place, analysis);
  if (!options) return placedName(place, analysis);
  const named = options.place("tableName") ?? options.place("name");
  const name = named ? textOf(named, analysis) : null;
  if (!named || name === null) return null;
  return { schema: options.text("schema"), name, span: nameSpan(named, analysis) };
}

type OnTable = (call: InterfaceCall, table: PlacedName) => readonly Change[] | null;

function onTable(read: OnTable): Reader {
  return (call) => {
    const table = tableName(call.args[0], call.run);
    if (!table) return unknown(call);
    return (
      read(call, table) ?? [
        {
          ...opaque(call.step.place, ""),
          kind: "opaque",
          reason: `\`${call.step.name}\` is given what is known only when it runs`,
          reads: [],
          writes: [table],
        },
      ]
    );
  };
}

export function common({ step }: InterfaceCall, table: PlacedName) {
  return { at: placeOf(step.place), table, ifTableExists: false };
}

export function textAt({ args, run }: InterfaceCall, index: number): string | null {
  const place = args[index];
  return place ? textOf(place, run.analysis) : null;
}

function rows(call: InterfaceCall, table: PlacedName): readonly Change[] {
  return [{ kind: "change rows", at: placeOf(call.step.place), reads: [], writes: [table] }];
}

function rowsOfSecond(call: InterfaceCall): readonly Change[] {
  const table = tableName(call.args[1], call.run);
  return table ? rows(call, table) : unknown(call);
}

function createTable(call: InterfaceCall): readonly Change[] {
  const { args, run, step } = call;
  const options = optionsOf(args[2], run.analysis);
  const named = tableName(args[0], run);
  const attributes = args[1] && run.analysis.properties(originOf(args[1], run.analysis));
  if (!named || !attributes) return unknown(call);
  const table = { ...named, schema: named.schema ?? options?.text("schema") ?? null };
  const read = attributes.entries.map(({ key, value }) => attributeOf(key, value, table, run));
  const known = read.filter((each) => each !== null);
  const columns = known.filter(({ isPrimary }) => isPrimary).map(({ column }) => column.name);
  const at = placeOf(step.place);
  const key: Constraint[] =
    columns.length > 0 ? [{ kind: "primary key", name: null, columns, definedAt: at }] : [];
  const made: Change = {
    ...plainTable(table, at),
    ifNotExists: true,
    comment: commentOf(options, run),
    columns: known.map(({ column }) => column),
    constraints: [...known.flatMap(({ constraints }) => constraints), ...key, ...uniqueKeys(call)],
  };
  const lost = read.includes(null) || attributes.opaque !== null;
  return [...known.flatMap(({ before }) => before), made, ...(lost ? [lostColumn(call)] : [])];
}

function commentOf(options: Options | null, { dialect }: Run): string | null {
  return dialect === "sqlite" ? null : (options?.text("comment") ?? null);
}

function lostColumn({ step }: InterfaceCall): Change {
  return opaque(step.place, "a column of the table that it makes is known only when it runs");
}

/** `uniqueKeys: { name: { fields: […] } }` */
function uniqueKeys({ args, run }: InterfaceCall): readonly Constraint[] {
  const keys = optionsOf(args[2], run.analysis)?.options("uniqueKeys");
  return (keys?.keys ?? []).flatMap((key): Constraint[] => {
    const place = keys?.place(key);
    const columns = keys?.options(key)?.texts("fields");
    return place && columns
      ? [{ kind: "unique", name: key, columns, definedAt: placeOf(place) }]
      : [];
  });
}

function addColumn(call: InterfaceCall, table: PlacedName): readonly Change[] | null {
  const key = textAt(call, 1);
  const [, , definition] = call.args;
  const attribute =
    key !== null && definition ? attributeOf(key, definition, table, call.run) : null;
  if (!attribute) return null;
  const { column, constraints, before, isPrimary } = attribute;
  const ifNotExists =
    booleanOf(
      optionsOf(call.args[3], call.run.analysis)?.place("ifNotExists"),
      call.run.analysis,
    ) === true;
  const key_: Constraint[] = isPrimary
    ? [{ kind: "primary key", name: null, columns: [column.name], definedAt: column.definedAt }]
    : [];
  return [
    ...before,
    {
      ...common(call, table),
      kind: "add column",
      ifNotExists,
      column,
      constraints: [...constraints, ...key_],
      position: null,
    },
  ];
}

/** Type, nullability and default are given anew. */
function changeColumn(call: InterfaceCall, table: PlacedName): readonly Change[] | null {
  const key = textAt(call, 1);
  const [, , definition] = call.args;
  const attribute =
    key !== null && definition ? attributeOf(key, definition, table, call.run) : null;
  if (!attribute) return null;
  const { column, constraints, before } = attribute;
  const { type, nullable } = column;
  const set = { type, nullable, default: column.default };
  const keys = constraints.map((each): Change => {
    const name = each.kind === "foreign key" ? `${column.name}_foreign_idx` : each.name;
    return { ...common(call, table), kind: "add constraint", constraint: { ...each, name } };
  });
  return [
    ...before,
    { ...common(call, table), kind: "alter column", column: column.name, set },
    ...keys,
  ];
}
