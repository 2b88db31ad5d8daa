import type { Entity, Handle, Instance, Value } from "../values/value.js";
import type { Adapter, CallSite } from "./adapter.js";
import { handleOf } from "./query.js";

/** An object of an entity's class, which a statement gave or made. */
export function rowOf(entity: Entity): Instance | null {
  const { place } = entity;
  return place?.node.type.startsWith("Class")
    ? { is: "instance", class: place, args: [], types: new Map() }
    : null;
}

/** A list of such: it hands each to its callbacks. */
export function rowsOf(row: Value | null, adapter: Adapter): Handle | null {
  return row && handleOf(adapter, "rows", { memory: { row } });
}

const lists = new Set(["filter", "slice", "sort", "reverse", "concat", "toSorted", "toReversed"]);
const ones = new Set(["find", "findLast", "at", "pop", "shift"]);
const callbacks = new Set([
  ...["map", "flatMap", "forEach", "filter", "find", "findLast", "some", "every"],
]);

/** `rows.find(…)`, `rows.filter(…)` */
export function rowsInvoked(rows: Handle, { method }: CallSite): Value | null {
  if (lists.has(method)) return rows;
  return ones.has(method) ? (rows.memory.row ?? null) : null;
}

/** `rows[0]` */
export function rowsMember(rows: Handle, key: string): Value | null {
  return /^\d+$/u.test(key) ? (rows.memory.row ?? null) : null;
}

/** `rows.map((row) => …)` */
export function rowsHanded(rows: Handle, { method }: CallSite, parameter: number): Value | null {
  return parameter === 0 && callbacks.has(method) ? (rows.memory.row ?? null) : null;
}
