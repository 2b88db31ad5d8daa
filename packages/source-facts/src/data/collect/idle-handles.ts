import { queryOf, touch } from "../adapters/query.js";
import { callSite } from "../evaluate/call-site.js";
import type { Place } from "../values/place.js";
import type { Handle } from "../values/value.js";
import { contains, type FoundStatement } from "./find-statements.js";

/** A call that gives a handle of a table, and sends nothing. */
export interface IdleHandle {
  readonly handle: Handle;
  readonly place: Place;
}

/**
 * `getRepository(User)` that is only handed on: who gets it may do with the table what it likes. Where
 * statements of the same file are made with it, they tell.
 */
export function idleStatements(
  handles: readonly IdleHandle[],
  statements: readonly FoundStatement[],
): readonly FoundStatement[] {
  const told = new Set(
    statements.flatMap(({ handle, query }) => [
      handle.named?.node,
      ...query.tables.map(({ place }) => place.node),
    ]),
  );
  return handles.flatMap(({ handle, place }) => {
    const { named } = handle;
    if (!named || told.has(named.node) || !isWithin(named, place)) return [];
    told.add(named.node);
    const touched = touch(handle.entity, "read", "direct", named, "its table is not known here");
    const query = queryOf(place, callSite(place).method, { ...touched, isDone: true });
    return [{ handle, query, first: place, last: place }];
  });
}

function isWithin(named: Place, call: Place): boolean {
  return named.module === call.module && contains(call.node, named.node);
}
