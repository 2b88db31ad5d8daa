import type { Dialect } from "@domain-isolation/model";
import { spanOf, type Analysis, type Place, type Value } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import type { Chain, ChainRoot } from "./chain.js";
import { runBody } from "./statements.js";

/** What is known before of a table, or of a column of it: `if (!(await knex.schema.hasTable("x")))`. */
export interface Guard {
  readonly table: string;
  readonly column: string | null;
  /** Whether it is there where the condition holds. */
  readonly exists: boolean;
}

/** Something that a tool hands to a migration, or to a function in it: a client, a builder. */
export interface Receiver {
  /** Nothing is done before somebody awaits it. */
  readonly lazy: boolean;
  /** What a chain of calls on it changes, in the order of the calls. */
  readonly read: (chain: Chain, run: Run) => readonly Change[];
  /** What a chain asks of the database. */
  readonly guard?: (chain: Chain, run: Run) => Guard | null;
}

/** One function of a migration that is gone through, as a database would see it. */
export interface Run {
  readonly analysis: Analysis;
  readonly dialect: Dialect;
  receiver(root: ChainRoot): Receiver | null;
  /** What a function does that is handed these; null where it is none of ours. */
  call(callback: Place, receivers: readonly (Receiver | null)[]): readonly Change[] | null;
  /** What a function does that a tool calls with these. */
  run(fn: FunctionValue, receivers: readonly (Receiver | null)[]): readonly Change[];
  /** What a function of ours does when it is called so. */
  enter(fn: FunctionValue, args: readonly Place[], from: Place): readonly Change[];
}

export type FunctionValue = Extract<Value, { is: "function" }>;

/** What the names mean to a tool that no parameter tells. */
export interface Surroundings {
  readonly analysis: Analysis;
  readonly dialect: Dialect;
  /** What the object of a migration's class inherits. */
  readonly self: Receiver | null;
  /** What stands for something of a package: "sql`…`". */
  readonly other: (place: Place, analysis: Analysis) => Receiver | null;
}

/** Functions within functions, and all that is entered: more goes round in circles. */
const deepest = 24;
const mostEntered = 20_000;

export function createRun({ analysis, dialect, self, other }: Surroundings): Run {
  const given = new Map<Place["node"], readonly (Receiver | null)[]>();
  let entered = 0;
  const run: Run = {
    analysis,
    dialect,
    receiver: (root) => {
      if (root.is === "given") return given.get(root.of)?.[root.index] ?? null;
      return root.is === "this" ? self : other(root.place, analysis);
    },
    call: (callback, receivers) => {
      const value = analysis.evaluate(callback);
      return value?.is === "function" ? run.run(value, receivers) : null;
    },
    run: (fn, receivers) => {
      given.set(fn.place.node, receivers);
      return run.enter(fn, [], fn.place);
    },
    enter: (fn, args, from) => {
      const depth = (from.frame?.depth ?? 0) + 1;
      entered += 1;
      if (depth > deepest || entered > mostEntered) return [opaque(from, "it goes on without end")];
      return runBody(framed(fn, args, depth), run);
    },
  };
  return run;
}

function framed({ place, receiver }: FunctionValue, args: readonly Place[], depth: number): Place {
  const { node, module, frame: outer } = place;
  const types = new Map(receiver?.is === "instance" ? receiver.types : []);
  const frame = { of: node, args, receiver, types, outer, depth };
  return { node, scope: module.scopeIn(node), module, frame };
}

/** A change that can't be read; `reason` is a clause. */
export function opaque(place: Place, reason: string): Change {
  return {
    kind: "opaque",
    at: { file: place.module.file, span: spanOf(place.node) },
    reason,
    reads: [],
    writes: [],
  };
}
