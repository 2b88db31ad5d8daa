import type { Place } from "@domain-isolation/source-facts";
import type { AddConstraint, Change, Constraint, CreateTable } from "../../changes/change.js";
import { plainTable } from "../../readers/source-code/definitions.js";
import { placeOf } from "../../readers/source-code/names.js";
import { opaque } from "../../readers/source-code/run.js";
import { readColumn } from "./column.js";
import type { TableCall } from "./table-call.js";
import { readParts } from "./table-parts.js";
import { writtenColumns, type DrizzleReading } from "./table-reading.js";

/** What makes a table, in the steps in which that can be done. */
export interface TableChanges {
  readonly table: CreateTable;
  readonly indexes: readonly Change[];
  readonly foreignKeys: readonly Change[];
  /** What of it can't be read. */
  readonly opaque: readonly Change[];
}

/** Null where its name is known only when it runs. */
export function readTable(call: TableCall, reading: DrizzleReading): TableChanges | null {
  const { name, place } = call;
  if (!name) return null;
  const at = { file: place.module.file, span: name.span };
  const written = writtenColumns(call, reading);
  const columns = written.entries.map((entry) => readColumn(entry, call, reading));
  const parts = readParts(call, reading);
  const all = [...columns.flatMap((column) => column?.constraints ?? []), ...parts.constraints];
  const isLater = ({ kind }: Constraint) => kind === "foreign key" && reading.dialect !== "sqlite";
  const unread = [
    ...(written.opaque === null ? [] : [written.opaque]),
    ...written.entries.flatMap(({ key }, index) =>
      columns[index] ? [] : [`what column ${key} is isn't known`],
    ),
    ...columns.flatMap((column) => column?.unread ?? []),
    ...parts.unread,
  ];
  return {
    table: {
      ...plainTable(name, at),
      columns: columns.flatMap((column) => column?.definition ?? []),
      constraints: onePrimaryKey(all.filter((constraint) => !isLater(constraint))),
    },
    indexes: parts.indexes.map((index) => {
      return { kind: "create index", at: index.definedAt, table: name, index, ifNotExists: false };
    }),
    foreignKeys: all.filter(isLater).map((constraint): AddConstraint => {
      const { definedAt } = constraint;
      return {
        kind: "add constraint",
        at: definedAt,
        table: name,
        ifTableExists: false,
        constraint,
      };
    }),
    opaque: unread.map((reason) => opaqueTable(place, reason, name)),
  };
}

function opaqueTable(place: Place, reason: string, name: CreateTable["name"]): Change {
  return { kind: "opaque", at: placeOf(place), reason, reads: [], writes: [name] };
}

export function opaqueName(place: Place): Change {
  return opaque(place, "the name of its table is known only when it runs");
}

/** Columns that say it one by one are a key together. */
function onePrimaryKey(constraints: readonly Constraint[]): readonly Constraint[] {
  const keys = constraints.flatMap((each) => (each.kind === "primary key" ? [each] : []));
  const [first] = keys;
  if (!first || keys.length < 2) return constraints;
  const whole = { ...first, columns: keys.flatMap(({ columns }) => columns) };
  return [whole, ...constraints.filter(({ kind }) => kind !== "primary key")];
}
