import type { Dialect, Schema, Table } from "@domain-isolation/model";
import type { Change } from "../../changes/change.js";
import { replay } from "../../replay/replay.js";

/** What a database holds on which all of the tree was run up to here: migrations ask for it. */
export interface Existing {
  /** Null where that isn't certain. */
  table(name: string, schema: string | null): Table | "none" | null;
  tables(schema: string | null): readonly string[] | null;
  hasType(name: string): boolean;
}

/** `changes` is asked anew each time: a migration goes on while it asks. */
export function createExisting(changes: () => readonly Change[], dialect: Dialect): Existing {
  let replayed: {
    readonly count: number;
    readonly schema: Schema;
    readonly doubts: ReadonlySet<string>;
  } | null = null;
  const now = () => {
    const all = changes();
    if (replayed?.count !== all.length) {
      replayed = { count: all.length, schema: replay(all, dialect).schema, doubts: doubtsOf(all) };
    }
    return replayed;
  };
  return {
    table(name, schema) {
      const { schema: whole, doubts } = now();
      const found = whole.tables.find((each) => each.name === name && isIn(each, schema, dialect));
      return found ?? (doubts.has(name) ? null : "none");
    },
    tables(schema) {
      const { schema: whole, doubts } = now();
      if (doubts.size > 0) return null;
      return whole.tables.filter((each) => isIn(each, schema, dialect)).map(({ name }) => name);
    },
    hasType: (name) => now().schema.types.some((each) => each.name === name),
  };
}

/**
 * Tables that something happened to which can't be told. What can't be told to have happened to any
 * table is taken for none of this: what is made or dropped after a look is made or dropped either way.
 */
function doubtsOf(changes: readonly Change[]): ReadonlySet<string> {
  const opaque = changes.filter((change) => change.kind === "opaque");
  return new Set(opaque.flatMap(({ writes }) => writes.map(({ name }) => name)));
}

function isIn(table: Table, schema: string | null, dialect: Dialect): boolean {
  if (dialect !== "postgresql" || schema !== null)
    return schema === null || table.schema === schema;
  return table.schema === null || table.schema === "public";
}
