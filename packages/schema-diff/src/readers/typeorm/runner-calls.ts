import { walkTexts } from "../source-code/texts-within.js";
import type { Place } from "@domain-isolation/source-facts";
import type {
  AddColumn,
  AlterColumn,
  Change,
  Constraint,
  PlacedName,
} from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { nameOfIndex } from "../source-code/definitions.js";
import { booleanOf, textOf, textsOf } from "../source-code/literals.js";
import { dottedName, placeOf, placedName } from "../source-code/names.js";
import { originOf } from "../source-code/origin.js";
import { opaque, type Run } from "../source-code/run.js";
import { createTable, uniqueColumn } from "./create-table.js";
import { defaultName } from "./default-names.js";
import { tableColumn } from "./table-column.js";
import {
  checkOf,
  createIndex,
  foreignKey,
  indexOf,
  madeOf,
  primaryKey,
  uniqueOf,
} from "./table-parts.js";

export interface RunnerCall {
  readonly step: Step;
  readonly args: readonly Place[];
  readonly run: Run;
}

type Reader = (call: RunnerCall) => readonly Change[];
type OnTable = (call: RunnerCall, table: PlacedName, part: Place) => readonly Change[] | null;

/** What the methods of a query runner change. */
export const runnerCalls: Readonly<Record<string, Reader>> = {
  createTable: ({ args: [table, ifNotExists], step, run }) =>
    table ? createTable(table, booleanOf(ifNotExists, run.analysis) === true, step.place, run) : [],
  dropTable: (call) => drop(call, "drop table"),
  dropView: (call) => drop(call, "drop view"),
  dropSchema: (call) => drop(call, "drop schema"),
  createSchema: (call) => {
    const name = placedName(call.args[0], call.run.analysis);
    const ifNotExists = booleanOf(call.args[1], call.run.analysis) === true;
    return name
      ? [{ kind: "create schema", at: placeOf(call.step.place), name, ifNotExists }]
      : unknown(call);
  },
  renameTable: (call) => {
    const name = tableOf(call);
    const to = call.args[1] ? textOf(call.args[1], call.run.analysis) : null;
    if (!name || to === null) return unknown(call);
    const at = placeOf(call.step.place);
    return [
      {
        kind: "rename",
        object: "table",
        at,
        name,
        to: to.split(".").at(-1) ?? to,
        ifExists: false,
      },
    ];
  },
  clearTable: (call) => {
    const name = tableOf(call);
    return name
      ? [{ kind: "change rows", at: placeOf(call.step.place), reads: [], writes: [name] }]
      : unknown(call);
  },
  addColumn: onTable(addColumn),
  addColumns: onEach(addColumn),
  dropColumn: onTable(dropColumn),
  dropColumns: onEach(dropColumn),
  renameColumn: onTable(renameColumn),
  changeColumn: onTable(changeColumn),
  createForeignKey: onTable(adding(foreignKey)),
  createForeignKeys: onEach(adding(foreignKey)),
  createUniqueConstraint: onTable(adding(uniqueOf)),
  createUniqueConstraints: onEach(adding(uniqueOf)),
  createCheckConstraint: onTable(adding(checkOf)),
  createCheckConstraints: onEach(adding(checkOf)),
  createPrimaryKey: onTable((call, table, part) => {
    const columns = textsOf(part, call.run.analysis);
    const given = call.args[2] ? textOf(call.args[2], call.run.analysis) : null;
    return columns && [added(call, table, primaryKey(part, columns, table, call.run, given))];
  }),
  createIndex: onTable(addIndex),
  createIndices: onEach(addIndex),
  dropForeignKey: onTable(dropping("foreign key")),
  dropForeignKeys: onEach(dropping("foreign key")),
  dropUniqueConstraint: onTable(dropping("unique")),
  dropUniqueConstraints: onEach(dropping("unique")),
  dropCheckConstraint: onTable(dropping("check")),
  dropPrimaryKey: (call) => {
    const table = tableOf(call);
    if (!table) return unknown(call);
    const name = call.args[1] ? textOf(call.args[1], call.run.analysis) : null;
    return [dropped(call, table, name, "primary key")];
  },
  dropIndex: onTable(dropIndex),
  dropIndices: onEach(dropIndex),
};

function unknown({ step }: RunnerCall): readonly Change[] {
  return [opaque(step.place, `\`${step.name}\` is of what is known only when it runs`)];
}

/** A table by its name, or as a `Table`; `await queryRunner.getTable("users")` is one too. */
function tableOf({ args: [table], run }: RunnerCall): PlacedName | null {
  if (!table) return null;
  const named =
    dottedName(table, run.analysis) ?? dottedName(madeOf(table, run)?.place("name"), run.analysis);
  if (named) return named;
  const [text] = walkTexts(originOf(table, run.analysis), "getTable", run.analysis);
  return text ? dottedName(text, run.analysis) : null;
}

function onTable(read: OnTable): Reader {
  return (call) => {
    const table = tableOf(call);
    const [, part] = call.args;
    return (table && part && read(call, table, part)) ?? unknown(call);
  };
}

function onEach(read: OnTable): Reader {
  return (call) => {
    const table = tableOf(call);
    const [, list] = call.args;
    const elements = list && call.run.analysis.elements(originOf(list, call.run.analysis));
    if (!table || !elements) return unknown(call);
    return elements.flatMap((each) => read(call, table, each) ?? unknown(call));
  };
}

function common({ step }: RunnerCall, table: PlacedName) {
  return { at: placeOf(step.place), table, ifTableExists: false };
}

function added(call: RunnerCall, table: PlacedName, constraint: Constraint): Change {
  return { ...common(call, table), kind: "add constraint", constraint };
}

function adding(read: typeof foreignKey): OnTable {
  return (call, table, part) => {
    const made = madeOf(part, call.run);
    const constraint = made && read(originOf(part, call.run.analysis), made, table, call.run);
    return constraint && [added(call, table, constraint)];
  };
}

function addIndex(call: RunnerCall, table: PlacedName, part: Place): readonly Change[] | null {
  const made = madeOf(part, call.run);
  const index = made && indexOf(originOf(part, call.run.analysis), made, table);
  return index && [createIndex(index, table)];
}

function addColumn(call: RunnerCall, table: PlacedName, part: Place): readonly Change[] | null {
  const { run } = call;
  const made = madeOf(part, run);
  const read = made && tableColumn(originOf(part, run.analysis), made, table, run);
  if (!read) return null;
  const { column, isUnique, isPrimary, before } = read;
  const constraints = [
    ...(isUnique ? [uniqueColumn(column, table)] : []),
    ...(isPrimary ? [primaryKey(part, [column.name], table, run)] : []),
  ];
  const change: AddColumn = {
    ...common(call, table),
    kind: "add column",
    ifNotExists: false,
    column,
    constraints,
    position: null,
  };
  return [...before, change];
}

/** A name, or a `TableColumn`. */
function columnName(part: Place, run: Run): string | null {
  return textOf(part, run.analysis) ?? madeOf(part, run)?.text("name") ?? null;
}

function dropColumn(call: RunnerCall, table: PlacedName, part: Place): readonly Change[] | null {
  const column = columnName(part, call.run);
  if (column === null) return null;
  return [{ ...common(call, table), kind: "drop column", column, ifExists: false, cascade: false }];
}

function renameColumn(call: RunnerCall, table: PlacedName, part: Place): readonly Change[] | null {
  const column = columnName(part, call.run);
  const to = call.args[2] ? columnName(call.args[2], call.run) : null;
  if (column === null || to === null) return null;
  return [{ ...common(call, table), kind: "rename column", column, to }];
}

function changeColumn(call: RunnerCall, table: PlacedName, part: Place): readonly Change[] | null {
  const { run, args } = call;
  const before = columnName(part, run);
  const made = madeOf(args[2], run);
  const read = made && args[2] && tableColumn(originOf(args[2], run.analysis), made, table, run);
  if (before === null || !read) return null;
  const { name, type, nullable, identity, ...column } = read.column;
  const set = { type, nullable, identity, default: column.default };
  const change: AlterColumn = { ...common(call, table), kind: "alter column", column: before, set };
  const renamed: Change = {
    ...common(call, table),
    kind: "rename column",
    column: before,
    to: name,
  };
  return [...read.before, change, ...(before === name ? [] : [renamed])];
}

type Kind = "foreign key" | "unique" | "check" | "primary key";

function dropped(
  call: RunnerCall,
  table: PlacedName,
  name: string | null,
  constraint: Kind,
): Change {
  return {
    ...common(call, table),
    kind: "drop constraint",
    name,
    constraint,
    ifExists: false,
    cascade: false,
  };
}

/**
 * By name, or as what it is; also `table.foreignKeys.find((key) => key.columnNames.includes("x"))`,
 * whose name is then the usual one.
 */
function dropping(kind: Kind): OnTable {
  return (call, table, part) => {
    const { run } = call;
    const name = keyName(part, kind === "unique" ? "UQ_" : "FK_", table, run);
    return name === null ? null : [dropped(call, table, name, kind)];
  };
}

function keyName(
  part: Place,
  prefix: "UQ_" | "FK_" | "IDX_",
  table: PlacedName,
  run: Run,
): string | null {
  const given = textOf(part, run.analysis);
  if (given !== null) return given;
  const made = madeOf(part, run);
  if (made) {
    const columns = made.texts("columnNames");
    return made.text("name") ?? (columns && defaultName(prefix, table.name, columns));
  }
  const found = walkTexts(originOf(part, run.analysis), "find", run.analysis);
  const columns = found.map((each) => textOf(each, run.analysis)).filter((each) => each !== null);
  return columns.length > 0 ? defaultName(prefix, table.name, [...new Set(columns)]) : null;
}

function dropIndex(call: RunnerCall, table: PlacedName, part: Place): readonly Change[] | null {
  const name = keyName(part, "IDX_", table, call.run);
  if (name === null) return null;
  const index = nameOfIndex(table, name);
  const at = placeOf(call.step.place);
  return [{ kind: "drop index", at, name: index, table, ifExists: false, cascade: false }];
}

function drop(
  call: RunnerCall,
  kind: "drop table" | "drop view" | "drop schema",
): readonly Change[] {
  const name = tableOf(call);
  if (!name) return unknown(call);
  const ifExists = booleanOf(call.args[1], call.run.analysis) === true;
  return [{ kind, at: placeOf(call.step.place), name, ifExists, cascade: false }];
}
