import type { TableAccess } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, Handle, NamedTable } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { begin, builderStep, operated, orStill } from "../knex/builder.js";
import { operationAccess } from "../knex/builder-methods.js";
import { added, type Touch } from "../query.js";
import { rowOf } from "../rows.js";
import { fetches, givesOne, graphs, linking, operations } from "./operations.js";
import { expressionTouch, graphTouch, unknownGraph } from "./related.js";

/** A method of a model's query: one of Objection's own, or of the builder of Knex that it is. */
export function queryStep(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const next = ownStep(handle, site, analysis) ?? builderStep(handle, site, analysis);
  if (!next) return null;
  return orStill(handle, givesOne.has(site.method) ? withRow(next) : next);
}

/** What it gives when it is awaited: a row instead of a list. */
function withRow(handle: Handle): Handle {
  const row = handle.entity?.is === "entity" ? rowOf(handle.entity) : null;
  return row ? { ...handle, memory: { ...handle.memory, rows: row } } : handle;
}

function ownStep(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const { method, args } = site;
  const [first] = args;
  const entity = handle.entity?.is === "entity" ? handle.entity : null;
  const access = accessOf(method);
  if (access) {
    const next = written(begin(handle, site), method, access);
    if (!graphs.has(method) || !first || !entity) return next;
    return withGraph(next, graphTouch(entity, first, analysis), "write", entity, analysis);
  }
  if (!first) return null;
  if (fetches.has(method)) {
    const begun = begin(handle, site);
    return entity
      ? withGraph(begun, expressionTouch(entity, first, "read", analysis), "read", entity, analysis)
      : withTouch(begun, { ...nothing, opaque: "the model whose relations it names is not known" });
  }
  return method === "allowGraph" && entity ? allowed(handle, first, entity, analysis) : null;
}

function accessOf(method: string): TableAccess | null {
  const own = Object.hasOwn(operations, method) ? operations[method] : undefined;
  return own ?? operationAccess(method);
}

/** What an operation does to the model's table; of a related query, to the tables of the relation. */
function written(handle: Handle, method: string, access: TableAccess): Handle {
  const next = operated(handle, method, access);
  const { query, named, entity } = next;
  if (access !== "write" || !query || !named || entity?.is !== "entity") return next;
  const related = query.tables.filter(
    ({ via, place }) => via === "relation" && place.node === named.node,
  );
  const isLink = linking.has(method) && related.length > 1;
  const isWritten = (table: NamedTable) =>
    related.includes(table) &&
    (table.entity === entity ? !isLink : linking.has(method) || method.startsWith("insert"));
  const tables = query.tables.map((table) => (isWritten(table) ? { ...table, access } : table));
  return { ...next, query: { ...query, tables } };
}

const nothing: Touch = { tables: [], isGeneric: false, opaque: null };

/** What is fetched or written with the rows; where that isn't known, all that is allowed. */
function withGraph(
  handle: Handle,
  touch: Touch,
  access: TableAccess,
  entity: Entity,
  analysis: Analysis,
): Handle {
  const limit = handle.memory.allowed;
  if (touch.opaque !== unknownGraph || limit?.is !== "text") return withTouch(handle, touch);
  return withTouch(handle, expressionTouch(entity, limit.place, access, analysis));
}

/** `allowGraph("[pets]")`, before what it limits or behind. */
function allowed(handle: Handle, limit: Place, entity: Entity, analysis: Analysis): Handle {
  const { query, memory } = handle;
  const next: Handle = {
    ...handle,
    memory: { ...memory, allowed: { is: "text", place: limit, holes: "unknown" } },
  };
  if (query?.opaque !== unknownGraph) return next;
  const access = graphs.has(query.operation) ? "write" : "read";
  const told = { ...next, query: { ...query, opaque: null } };
  return withTouch(told, expressionTouch(entity, limit, access, analysis));
}

function withTouch(handle: Handle, touch: Touch): Handle {
  return handle.query ? { ...handle, query: added(handle.query, touch) } : handle;
}
