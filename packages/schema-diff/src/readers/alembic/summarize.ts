import type { SourcePlace } from "@domain-isolation/model";
import type { Change, PlacedName } from "../../changes/change.js";

/**
 * What is left of changes of which it isn't known whether, or how often, they are made: that rows
 * are changed stays true enough; anything else is one opaque change with the tables that it names.
 */
export function summarize(
  changes: readonly Change[],
  at: SourcePlace,
  reason: string,
): readonly Change[] {
  const rows = changes.filter(({ kind }) => kind === "change rows");
  const others = changes.filter(({ kind }) => kind !== "change rows");
  if (others.length === 0) return rows;
  const inside = others.flatMap((change) => (change.kind === "opaque" ? [change.reason] : []));
  const isOpaque = inside.length === others.length;
  const whole = isOpaque ? [...new Set(inside)].join("; ") || reason : reason;
  const writes = distinct(others.flatMap(writtenBy));
  const reads = distinct(others.flatMap(readBy));
  return [...rows, { kind: "opaque", at, reason: whole, reads, writes }];
}

/** The tables that a change makes, changes or takes away. */
export function writtenBy(change: Change): readonly PlacedName[] {
  switch (change.kind) {
    case "create table":
    case "drop table":
      return [change.name];
    case "rename":
    case "set schema":
      return change.object === "table" ? [change.name] : [];
    case "change rows":
    case "opaque":
      return change.writes;
    default:
      return "table" in change && change.table ? [change.table] : [];
  }
}

function readBy(change: Change): readonly PlacedName[] {
  if (change.kind === "change rows" || change.kind === "opaque") return change.reads;
  const constraints =
    change.kind === "create table" || change.kind === "add column" ? change.constraints : [];
  const all = change.kind === "add constraint" ? [change.constraint] : constraints;
  return all.flatMap((each) => (each.kind === "foreign key" ? [each.references] : []));
}

export function distinct(names: readonly PlacedName[]): readonly PlacedName[] {
  const seen = new Map<string, PlacedName>();
  for (const { schema, name, span } of names) {
    const key = `${schema ?? ""}.${name}`;
    if (!seen.has(key)) seen.set(key, { schema, name, span });
  }
  return [...seen.values()];
}
