import type { NamedTable } from "@domain-isolation/sql";
import type { PlacedName } from "../../changes/change.js";
import type { SqlText } from "../sql-text.js";
import { writtenSchema } from "./written-schema.js";

/** The tables that a stretch of SQL touches; `unread` says why some may be missing: clauses. */
export interface TouchedTables {
  readonly reads: readonly PlacedName[];
  readonly writes: readonly PlacedName[];
  readonly unread: readonly string[];
}

/** Splits the tables that the grammar has found; a lock is a read. */
export function touchedTables(
  named: readonly NamedTable[],
  unread: readonly string[],
  sql: SqlText,
  shift = 0,
): TouchedTables {
  const place = ({ path, start, end }: NamedTable): PlacedName => ({
    schema: writtenSchema(path.at(-2) ?? null, sql.dialect),
    name: path.at(-1) ?? "",
    span: sql.spanOf(start + shift, end + shift),
  });
  return {
    reads: named.filter(({ access }) => access !== "write").map(place),
    writes: named.filter(({ access }) => access === "write").map(place),
    unread,
  };
}

export function joinTouched(all: readonly TouchedTables[]): TouchedTables {
  return {
    reads: all.flatMap(({ reads }) => reads),
    writes: all.flatMap(({ writes }) => writes),
    unread: [...new Set(all.flatMap(({ unread }) => unread))],
  };
}
