import { spanOf } from "../../syntax/node.js";
import type { CallSite } from "../adapters/adapter.js";
import type { Place } from "../values/place.js";
import type { Handle, Query, Value } from "../values/value.js";

/** What a function of ours gives: a statement that it began belongs to whoever adds to it. */
export function returnedQuery(value: Value | null, called: Place, site: CallSite): Value | null {
  if (value?.is !== "handle" || !value.query) return value;
  const { query } = value;
  const isOwn = standsIn(query.returned?.place ?? query.root, called);
  return isOwn ? { ...value, query: { ...query, returned: site } } : value;
}

/** A statement that is added to where it was returned to: it begins with that call, which names its tables. */
export function continuedHere(handle: Handle): Handle {
  const { query } = handle;
  if (!query?.returned) return handle;
  const { returned } = query;
  const tables = query.tables.map((table) =>
    standsIn(table.place, returned.place) ? table : { ...table, place: returned.name, span: null },
  );
  return { ...handle, query: { ...query, root: returned.place, tables, returned: null } };
}

/** A call that gives what a function of ours began, and neither adds to it nor names a table of it. */
export function isOnlyReturned({ returned, tables }: Query, call: Place): boolean {
  return returned !== null && !tables.some(({ place }) => standsIn(place, call));
}

function standsIn(inner: Place, outer: Place): boolean {
  const [a, b] = [spanOf(outer.node), spanOf(inner.node)];
  return inner.module === outer.module && a.start <= b.start && b.end <= a.end;
}
