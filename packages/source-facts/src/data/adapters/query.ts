import type { TableAccess, TableVia } from "@domain-isolation/model";
import type { SqlDialect } from "@domain-isolation/sql";
import type { Analysis } from "../analysis.js";
import { readText } from "../text/read-text.js";
import type { Place } from "../values/place.js";
import type { Entity, Handle, NamedTable, Parameter, Query, Value } from "../values/value.js";
import { continuedHere } from "../evaluate/returned-query.js";
import type { Adapter, CallSite } from "./adapter.js";

/** A new handle of an adapter. */
export function handleOf(
  adapter: Adapter,
  role: string,
  rest: Partial<Omit<Handle, "is" | "adapter" | "role">> = {},
): Handle {
  return {
    is: "handle",
    adapter,
    role,
    entity: null,
    named: null,
    query: null,
    transaction: null,
    text: null,
    memory: {},
    ...rest,
  };
}

/** A statement that begins with a call. */
export function queryOf(root: Place, operation: string, rest: Partial<Query> = {}): Query {
  const nothing = { tables: [], parts: [], locals: [], isGeneric: false, opaque: null };
  return { root, operation, ...nothing, returned: null, isDone: false, ...rest };
}

/** The same handle as a statement in the making. */
export function asQuery(handle: Handle, query: Query, role = "query"): Handle {
  return { ...handle, role, query };
}

export function tableOf(
  entity: Entity,
  access: TableAccess,
  via: TableVia,
  place: Place,
): NamedTable {
  const { table: name, schema } = entity;
  return { name, schema, entity, access, via, place, span: null };
}

/** What a part of a statement says of its tables. */
export type Touch = Pick<Query, "tables" | "isGeneric" | "opaque"> & Partial<Pick<Query, "parts">>;

/** Of the table that a value names, or of a parameter that will. `unknown` says why it can't be told. */
export function touch(
  entity: Entity | Parameter | null,
  access: TableAccess,
  via: TableVia,
  place: Place,
  unknown: string,
): Touch {
  if (entity?.is === "entity") {
    return { tables: [tableOf(entity, access, via, place)], isGeneric: false, opaque: null };
  }
  const opaque = entity ? `its table is the parameter \`${entity.name}\`` : unknown;
  return { tables: [], isGeneric: true, opaque };
}

/** A statement with what another part of it adds. */
export function added(query: Query, { tables, isGeneric, opaque, parts = [] }: Touch): Query {
  return {
    ...query,
    tables: [...query.tables, ...tables],
    parts: [...query.parts, ...parts],
    isGeneric: query.isGeneric || isGeneric,
    opaque: query.opaque ?? opaque,
  };
}

/** A statement with another in it: a subquery, or what a CTE holds; what a function gave is told here. */
export function withPart(query: Query, part: Handle | null): Query {
  const inner = part && continuedHere(part).query;
  if (!inner) return query;
  const parts = [...query.parts, inner.root.node];
  return part.query?.returned ? { ...added(query, inner), parts } : { ...query, parts };
}

/** A statement whose text is an argument, sent by a call. */
export function sqlQuery(
  site: CallSite,
  text: Place | null,
  dialect: SqlDialect,
  analysis: Analysis,
): Query {
  return textsQuery(site, text ? [text] : [], dialect, analysis);
}

/** Several texts that are sent at once. */
export function textsQuery(
  site: CallSite,
  texts: readonly Place[],
  dialect: SqlDialect,
  analysis: Analysis,
): Query {
  const operation = site.method === "" ? "query" : site.method;
  const nothing = texts.length === 0 ? "it is called without a text" : null;
  const begun = queryOf(site.place, operation, { opaque: nothing, isDone: true });
  const holes = site.template ? "values" : "unknown";
  return texts.reduce(
    (query, text) => added(query, readText(text, dialect, holes, analysis)),
    begun,
  );
}

/** A transaction's name: where it begins. */
export function transactionId({ module, node }: Place): string {
  const start = node.range?.[0] ?? node.start ?? 0;
  return `${module.file}:${String(start)}`;
}

/** A value is kept only if it is a handle of this adapter. */
export function ownHandle(value: Value | null, adapter: Adapter): Handle | null {
  return value?.is === "handle" && value.adapter === adapter ? value : null;
}
