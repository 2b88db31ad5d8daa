import type { Place } from "@domain-isolation/source-facts";
import type { Change, Constraint, PlacedName } from "../../changes/change.js";
import { plainTable } from "../source-code/definitions.js";
import { textOf } from "../source-code/literals.js";
import { nameSpan, placeOf, splitName } from "../source-code/names.js";
import type { Options } from "../source-code/options.js";
import { originOf } from "../source-code/origin.js";
import { opaque, type Run } from "../source-code/run.js";
import { defaultName } from "./default-names.js";
import { tableColumn, type ReadColumn } from "./table-column.js";
import {
  checkOf,
  createIndex,
  foreignKey,
  indexOf,
  madeOf,
  primaryKey,
  uniqueOf,
} from "./table-parts.js";

/** `createTable(new Table({ name, columns, indices, foreignKeys … }), ifNotExists)` */
export function createTable(
  place: Place,
  ifNotExists: boolean,
  call: Place,
  run: Run,
): readonly Change[] {
  const options = madeOf(place, run);
  const table = options && tableName(options, run);
  if (!options || !table)
    return [opaque(call, "the table that it makes is known only when it runs")];
  const read = elementsIn(options, "columns", run).map((each) => {
    const made = madeOf(each, run);
    return made && tableColumn(originOf(each, run.analysis), made, table, run);
  });
  const columns = read.filter((each) => each !== null);
  const at = placeOf(call);
  const made: Change = {
    ...plainTable(table, at),
    ifNotExists,
    columns: columns.map(({ column }) => column),
    constraints: [
      ...primary(columns, place, table, run),
      ...columns.flatMap(({ isUnique, column }) => (isUnique ? [uniqueColumn(column, table)] : [])),
      ...parts(options, "uniques", uniqueOf, table, run),
      ...parts(options, "checks", checkOf, table, run),
      ...parts(options, "foreignKeys", foreignKey, table, run),
    ],
    comment: run.dialect === "sqlite" ? null : options.text("comment"),
  };
  const indexes = parts(options, "indices", indexOf, table, run).map((each) =>
    createIndex(each, table),
  );
  const lost = read.includes(null) || options.opaque !== null;
  const reason = "a part of the table that it makes is known only when it runs";
  return [
    ...columns.flatMap(({ before }) => before),
    made,
    ...indexes,
    ...(lost ? [opaque(call, reason)] : []),
  ];
}

function tableName(options: Options, run: Run): PlacedName | null {
  const place = options.place("name");
  const name = place ? textOf(place, run.analysis) : null;
  if (!place || name === null) return null;
  const span = nameSpan(place, run.analysis);
  return splitName({ schema: options.text("schema"), name, span });
}

export function elementsIn(options: Options, key: string, run: Run): readonly Place[] {
  const list = options.place(key);
  return (list && run.analysis.elements(originOf(list, run.analysis))) ?? [];
}

function parts<Part>(
  options: Options,
  key: string,
  read: (place: Place, options: Options, table: PlacedName, run: Run) => Part | null,
  table: PlacedName,
  run: Run,
): readonly Part[] {
  return elementsIn(options, key, run).flatMap((each) => {
    const made = madeOf(each, run);
    const part = made && read(originOf(each, run.analysis), made, table, run);
    return part ? [part] : [];
  });
}

function primary(
  columns: readonly ReadColumn[],
  place: Place,
  table: PlacedName,
  run: Run,
): readonly Constraint[] {
  const keys = columns.filter(({ isPrimary }) => isPrimary).map(({ column }) => column);
  const [only] = keys;
  if (!only) return [];
  const names = keys.map(({ name }) => name);
  const key = primaryKey(place, names, table, run);
  // In SQLite the key of one column stands beside it, without a name.
  const isInline = run.dialect === "sqlite" && keys.length === 1;
  return [isInline && key.kind === "primary key" ? { ...key, name: null } : key];
}

export function uniqueColumn(column: ReadColumn["column"], table: PlacedName): Constraint {
  const { name, definedAt } = column;
  return {
    kind: "unique",
    name: uniqueName(table, name),
    columns: [name],
    definedAt,
  };
}

function uniqueName(table: PlacedName, column: string): string {
  return defaultName("UQ_", table.name, [column]);
}
