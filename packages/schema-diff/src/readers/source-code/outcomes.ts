import { childOf, spanOf, type Place } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import { touchedTables } from "../../changes/touched-tables.js";
import type { Decision } from "./decide.js";
import { opaque, type Guard } from "./run.js";
import { followed, type Flow } from "./statements.js";

/** What two branches do of which it isn't known which is taken. */
export function either(
  { decision, place }: { readonly decision: Exclude<Decision, boolean>; readonly place: Place },
  yes: Flow,
  no: Flow,
  rest: () => Flow,
): Flow {
  // Who gets past a branch that throws has taken the other one.
  if (yes.ends === "throws") return followed(no, rest);
  if (no.ends === "throws") return followed(yes, rest);
  if (!yes.ends && !no.ends)
    return followed({ changes: joined(decision, place, yes, no), ends: null }, rest);
  const [wholeYes, wholeNo] = [followed(yes, rest), followed(no, rest)];
  return { changes: joined(decision, place, wholeYes, wholeNo), ends: "returns" };
}

function joined(
  guard: Guard | null,
  place: Place,
  { changes: yes }: Flow,
  { changes: no }: Flow,
): readonly Change[] {
  if (guard) {
    const otherwise = { ...guard, exists: !guard.exists };
    return [
      ...yes.map((each) => guarded(each, guard)),
      ...no.map((each) => guarded(each, otherwise)),
    ];
  }
  const test = childOf(place.node, "test") ?? place.node;
  const { start, end } = spanOf(test);
  const written = place.module.source.text.slice(start, end).replaceAll(/\s+/gu, " ").slice(0, 60);
  return unclear(
    [...yes, ...no],
    place,
    `it depends on \`${written}\`, which is known when it runs`,
  );
}

/** Whether changes are made at all can't be told: those of rows are told, the others are opaque. */
export function unclear(
  changes: readonly Change[],
  place: Place,
  reason: string,
): readonly Change[] {
  if (changes.every(({ kind }) => kind === "change rows" || kind === "opaque")) return changes;
  const file = place.module.file;
  const touched = changes.map((each) => touchedTables(each));
  const here = touched.flatMap(({ reads, writes }, index) => {
    const isHere = changes[index]?.at.file === file;
    return isHere ? [{ reads, writes }] : [];
  });
  return [
    {
      ...opaque(place, reason),
      kind: "opaque",
      reason,
      reads: here.flatMap(({ reads }) => reads),
      writes: here.flatMap(({ writes }) => writes),
    },
  ];
}

/** A change that is made only where something is there, or isn't. */
function guarded(change: Change, { table, column, exists }: Guard): Change {
  switch (change.kind) {
    case "create table":
      return exists || column !== null || change.name.name !== table
        ? change
        : { ...change, ifNotExists: true };
    case "create index":
      return exists ? change : { ...change, ifNotExists: true };
    case "add column":
      return change.table.name === table ? addedWhere(change, column, exists) : change;
    default:
      return exists && concerns(change, table) ? droppedWhere(change) : change;
  }
}

function concerns(change: Change, table: string): boolean {
  return touchedTables(change).writes.some(({ name }) => name === table);
}

function droppedWhere(change: Change): Change {
  switch (change.kind) {
    case "drop table":
    case "rename":
    case "drop column":
    case "drop index":
    case "drop constraint":
      return { ...change, ifExists: true };
    default:
      return change;
  }
}

function addedWhere<
  Added extends { readonly ifNotExists: boolean; readonly ifTableExists: boolean },
>(change: Added, column: string | null, exists: boolean): Added {
  if (column !== null) return exists ? change : { ...change, ifNotExists: true };
  return exists ? { ...change, ifTableExists: true } : change;
}
