import type { Change } from "../../changes/change.js";

/** A change as it is under a condition that asks whether its object is there: null for any name. */
export function conditional(change: Change, names: ReadonlySet<string> | null): Change {
  const name = objectOf(change);
  const isMeant = name !== null && (names === null || names.has(name));
  if (!isMeant) return change;
  if ("ifNotExists" in change) return { ...change, ifNotExists: true };
  return "ifExists" in change ? { ...change, ifExists: true } : change;
}

/** What is made, or dropped. */
function objectOf(change: Change): string | null {
  switch (change.kind) {
    case "add column":
      return change.column.name;
    case "create index":
      return change.index.name?.name ?? null;
    case "drop column":
      return change.column;
    case "drop constraint":
      return change.name;
    case "create table":
    case "drop table":
    case "drop index":
    case "drop type":
      return change.name.name;
    default:
      return null;
  }
}
