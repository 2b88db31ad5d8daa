import type { StatementReading } from "../../grammar.js";

export type BodyReading = Omit<StatementReading, "operation">;

/** Parses and reads one statement. */
export type ReadStatement = (sql: string) => BodyReading;

export const nothingRead: BodyReading = { tables: [], temporary: [], unread: [] };

export function joinReadings(readings: readonly BodyReading[]): BodyReading {
  return {
    tables: readings.flatMap(({ tables }) => tables),
    temporary: readings.flatMap(({ temporary }) => temporary),
    unread: readings.flatMap(({ unread }) => unread),
  };
}

/** A reading in the offsets of another text. */
export function shiftReading(reading: BodyReading, shift: (offset: number) => number): BodyReading {
  const tables = reading.tables.map((table) => ({
    ...table,
    start: shift(table.start),
    nameStart: shift(table.nameStart),
    end: shift(Math.max(table.end - 1, table.start)) + 1,
  }));
  return { ...reading, tables };
}
