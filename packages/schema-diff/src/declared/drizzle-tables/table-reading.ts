import type { Dialect } from "@domain-isolation/model";
import type { Analysis, Place } from "@domain-isolation/source-facts";
import { textOf } from "../../readers/source-code/literals.js";
import { originOf } from "../../readers/source-code/origin.js";
import { cased, type Casing } from "./casing.js";
import { columnCall } from "./column-call.js";
import { tableOfChain, type TableCall } from "./table-call.js";
import { returnedBy, wholeChain } from "./whole-chain.js";

/** What the tables of one database are read with. */
export interface DrizzleReading {
  readonly analysis: Analysis;
  readonly dialect: Dialect;
  /** How properties become names where a column has none. */
  readonly casing: Casing;
}

/** A property of a table, and the expression of its column. */
export interface WrittenColumn {
  readonly key: string;
  readonly value: Place;
}

export interface WrittenColumns {
  readonly entries: readonly WrittenColumn[];
  /** Why there may be more: a clause. */
  readonly opaque: string | null;
}

/** The columns of a table as they are written: in an object, or in one that a function gives. */
export function writtenColumns(
  { columns }: TableCall,
  { analysis }: DrizzleReading,
): WrittenColumns {
  const origin = columns && originOf(columns, analysis);
  const object = origin && (returnedBy(origin) ?? origin);
  const found = object && analysis.properties(originOf(object, analysis));
  if (!found) return { entries: [], opaque: "its columns are known only when it runs" };
  return {
    entries: found.entries.map(({ key, value }) => ({ key, value })),
    opaque: found.opaque === null ? null : `it may have more columns: ${found.opaque}`,
  };
}

/** What a column is called in the database. */
export function columnName({ key, value }: WrittenColumn, reading: DrizzleReading): string {
  const written = columnCall(value, reading)?.name;
  return (written && textOf(written, reading.analysis)) ?? cased(key, reading.casing);
}

export interface ColumnUse {
  /** Null for the table at hand. */
  readonly table: TableCall | null;
  readonly column: string;
}

/** The column that an expression names: `users.id`, or `t.id` of what a callback is given. */
export function columnUse(place: Place, own: TableCall, reading: DrizzleReading): ColumnUse | null {
  const chain = wholeChain(place, reading.analysis);
  const found = tableOfChain(chain, reading.analysis);
  const table = found && found.place.node !== own.place.node ? found : null;
  const key = (found ? found.rest : chain.root.is === "given" ? chain.steps : [])[0]?.name;
  const { entries } = writtenColumns(table ?? own, reading);
  const column = entries.find((entry) => entry.key === key);
  return column ? { table, column: columnName(column, reading) } : null;
}
