import type { Dialect, SourcePlace } from "@domain-isolation/model";
import type { Change, OpaqueChange, PlacedName } from "../../changes/change.js";
import { conditional } from "./conditional.js";
import { summarize } from "./summarize.js";

/** What a migration does, while it is being followed. */
export interface World {
  readonly dialect: Dialect;
  /** What was done so far, what happens under conditions left out. */
  readonly changes: readonly Change[];
  emit(change: Change): void;
  /** What a body does may be done never, once, or often: what is known of it is told. */
  uncertain(at: SourcePlace, reason: string, body: () => void): void;
  /** What a body does to some names is done only where it makes sense. */
  conditional(names: ReadonlySet<string>, body: () => void): void;
  /** What a body does may fail: then it is as if it wasn't tried. */
  tolerant(body: () => void): void;
  quietly(body: () => void): void;
  /** Whether failures are caught. */
  isTolerant(): boolean;
  /** The library or the database refuses what is called. */
  fail(): void;
  /** Whether that happened since last asked. */
  takeFailure(): boolean;
}

export function createWorld(dialect: Dialect): World {
  const changes: Change[] = [];
  let target = changes;
  let hasFailed = false;
  let tolerance = 0;
  const capture = (body: () => void): readonly Change[] => {
    const outer = target;
    const captured: Change[] = [];
    target = captured;
    body();
    target = outer;
    return captured;
  };
  const emit = (change: Change) => {
    const isSaid = change.kind === "opaque" && target.some((each) => isSameOpaque(each, change));
    if (!isSaid) target.push(change);
  };
  return {
    dialect,
    changes,
    emit,
    uncertain(at, reason, body) {
      for (const change of summarize(capture(body), at, reason)) emit(change);
    },
    conditional(names, body) {
      for (const change of capture(body)) emit(conditional(change, names));
    },
    tolerant(body) {
      tolerance++;
      for (const change of capture(body)) emit(conditional(change, null));
      tolerance--;
    },
    isTolerant: () => tolerance > 0,
    quietly(body) {
      capture(body);
    },
    fail() {
      hasFailed = true;
    },
    takeFailure() {
      const failed = hasFailed;
      hasFailed = false;
      return failed;
    },
  };
}

export interface KnownTables {
  readonly reads?: readonly PlacedName[];
  readonly writes?: readonly PlacedName[];
}

export function opaque(
  at: SourcePlace,
  reason: string,
  { reads = [], writes = [] }: KnownTables = {},
): OpaqueChange {
  return { kind: "opaque", at, reason, reads, writes };
}

/** What is said once of a place need not be said again: it stands in a loop. */
function isSameOpaque(a: Change, b: OpaqueChange): boolean {
  return (
    a.kind === "opaque" &&
    a.reason === b.reason &&
    a.at.file === b.at.file &&
    a.at.span.start === b.at.span.start &&
    a.writes.length === b.writes.length &&
    a.writes.every(({ name }, index) => name === b.writes[index]?.name)
  );
}
