import type { Dialect, ObjectName, Schema, SourcePlace } from "@domain-isolation/model";
import type { Change } from "../changes/change.js";
import { applyChange } from "./apply-change.js";
import { keyOf } from "./apply/dependents.js";
import { mysqlRules } from "./dialects/mysql.js";
import { postgresqlRules } from "./dialects/postgresql.js";
import type { DialectRules } from "./dialects/dialect-rules.js";
import { sqliteRules } from "./dialects/sqlite.js";
import { withImpliedColumns } from "./implied-columns.js";
import { createState, nameForNew, type State } from "./state.js";

/** A change that a database would refuse, given all that came before. */
export interface ReplayProblem {
  readonly at: SourcePlace;
  /** A clause: what, why. */
  readonly message: string;
}

export interface Replay {
  readonly schema: Schema;
  readonly problems: readonly ReplayProblem[];
}

const rulesOf: Readonly<Record<Dialect, DialectRules>> = {
  postgresql: postgresqlRules,
  sqlite: sqliteRules,
  mysql: mysqlRules,
};

/**
 * The schema that results when changes are made one after the other, on an empty database. A change
 * that a database would refuse is a problem; the rest is made all the same.
 */
export function replay(changes: readonly Change[], dialect: Dialect): Replay {
  const state = createState(rulesOf[dialect]);
  const together = droppedTogether(changes, state);
  for (const change of changes) {
    state.together = together.get(change.at) ?? new Set();
    applyChange(change, state);
  }
  return { schema: schemaOf(state, dialect), problems: state.problems };
}

/** What one statement drops at once may depend on one another. */
function droppedTogether(
  changes: readonly Change[],
  state: State,
): ReadonlyMap<SourcePlace, ReadonlySet<string>> {
  const together = new Map<SourcePlace, Set<string>>();
  for (const change of changes) {
    if (change.kind !== "drop table" && change.kind !== "drop view") continue;
    const names = together.get(change.at) ?? new Set();
    names.add(keyOf(nameForNew(change.name, state)));
    together.set(change.at, names);
  }
  return together;
}

function schemaOf(state: State, dialect: Dialect): Schema {
  return {
    dialect,
    tables: state.tables
      .all()
      .map((table) => withImpliedColumns(table, state))
      .toSorted(byName),
    views: state.views.all().toSorted(byName),
    sequences: state.sequences.all().toSorted(byName),
    types: state.types.all().toSorted(byName),
    routines: state.routines.toSorted(byName),
    triggers: state.triggers.toSorted(
      (a, b) => byName(a.table, b.table) || compare(a.name, b.name),
    ),
  };
}

function byName(a: ObjectName, b: ObjectName): number {
  return compare(a.schema ?? "", b.schema ?? "") || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
