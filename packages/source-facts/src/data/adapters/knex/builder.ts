import type { TableAccess } from "@domain-isolation/model";
import { unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle, NamedTable, Query } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, asQuery, ownHandle, queryOf, withPart } from "../query.js";
import {
  accessOf,
  ends,
  joins,
  locks,
  operationAccess,
  raws,
  sources,
  withs,
} from "./builder-methods.js";
import { rawTouch } from "./raw.js";
import { remember } from "./remembered.js";
import { tableTouch } from "./table-touch.js";

/** A query builder that is known to be one, but not where it began: a parameter, a callback's. */
export const unbegun = "builder";

/** A method of a query builder, or of a client that begins one. */
export function builderStep(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  if (ends.has(site.method)) return null;
  const begun = begin(handle, site);
  return orStill(handle, withParts(take(begun, site, analysis), site, analysis));
}

/** A builder that began elsewhere is no statement as long as nothing is said of tables. */
export function orStill(handle: Handle, next: Handle): Handle {
  return handle.role === unbegun && !handle.query && saysNothing(next) ? handle : next;
}

/** The handle as a statement, which begins with this call unless it has begun before. */
export function begin(handle: Handle, site: CallSite): Handle {
  const role = handle.role === unbegun ? unbegun : "query";
  return handle.query ? handle : asQuery(handle, queryOf(site.place, "select"), role);
}

/** `where` on a builder that was handed: the statement is told where it began. */
function saysNothing({ query }: Handle): boolean {
  if (!query) return true;
  const { tables, parts, opaque } = query;
  return tables.length === 0 && parts.length === 0 && opaque === null;
}

type Step = (handle: Handle, site: CallSite, analysis: Analysis) => Handle;

/** What the methods do that say anything of tables; the first that holds a method's name takes it. */
const steps: readonly (readonly [methods: ReadonlySet<string>, step: Step])[] = [
  [sources, ofFirst(withSource)],
  [joins, ofFirst(withJoin)],
  [locks, (handle, site, analysis) => mapTables(handle, locking(site, analysis))],
  [withs, withLocal],
  [raws, withRaw],
  [new Set(["withSchema"]), ofFirst(withSchema)],
  [new Set(["transacting"]), ofFirst(transacting)],
];

function ofFirst(step: (handle: Handle, first: Place, analysis: Analysis) => Handle): Step {
  return (handle, { args: [first] }, analysis) => (first ? step(handle, first, analysis) : handle);
}

function take(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const found = steps.find(([methods]) => methods.has(site.method));
  if (found) return found[1](handle, site, analysis);
  const access = operationAccess(site.method);
  return access === null ? handle : operated(handle, site.method, access);
}

function mapQuery(handle: Handle, change: (query: Query) => Query): Handle {
  return handle.query ? { ...handle, query: change(handle.query) } : handle;
}

function mapTables(handle: Handle, change: (table: NamedTable) => NamedTable): Handle {
  return mapQuery(handle, (query) => ({ ...query, tables: query.tables.map(change) }));
}

/** `from("users")`; what the statement does with it may be said before or after. */
export function withSource(handle: Handle, argument: Place, analysis: Analysis): Handle {
  const access = accessOf(handle.query?.operation ?? "");
  const touch = tableTouch(argument, { access, via: "direct" }, handle, analysis);
  const named = mapQuery(handle, (query) => added(query, touch));
  return { ...named, named: argument, role: "query" };
}

function withJoin(handle: Handle, argument: Place, analysis: Analysis): Handle {
  const touch = tableTouch(argument, { access: "read", via: "join" }, handle, analysis);
  return mapQuery(handle, (query) => added(query, touch));
}

/** `del()`, `update({ … })`: of the table that the statement is about. `insert().select()` inserts. */
export function operated(handle: Handle, operation: string, access: TableAccess): Handle {
  if (access === "read" && accessOf(handle.query?.operation ?? "") === "write") return handle;
  const isLost = access === "write" && handle.role === unbegun && !handle.named;
  const opaque = "the table of its query builder is named where that is made";
  return mapTables(
    mapQuery(handle, (query) => ({
      ...query,
      operation,
      opaque: query.opaque ?? (isLost ? opaque : null),
    })),
    (table) => (table.via === "direct" && access === "write" ? { ...table, access } : table),
  );
}

/** `forUpdate()` locks rows of all its tables, `forUpdate("users")` those of one. */
function locking({ args }: CallSite, analysis: Analysis): (table: NamedTable) => NamedTable {
  const names = args.flatMap((each) => analysis.elements(each) ?? [each]);
  const locked = new Set(names.flatMap((each) => analysis.constant(each) ?? []));
  return (table) =>
    table.access === "read" && (locked.size === 0 || locked.has(table.name))
      ? { ...table, access: "lock" }
      : table;
}

function withLocal(handle: Handle, { method, args }: CallSite, analysis: Analysis): Handle {
  const [alias, ...definition] = args;
  const name = alias ? analysis.constant(alias) : null;
  if (name === null) return handle;
  const isRecursive = method === "withRecursive";
  const local = { name, definition: isRecursive ? null : (definition.at(-1)?.node ?? null) };
  return mapQuery(handle, (query) => ({ ...query, locals: [...query.locals, local] }));
}

function withRaw(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const touch = rawTouch(handle, site, analysis);
  return touch ? mapQuery(handle, (query) => added(query, touch)) : handle;
}

/** It holds for all tables of the statement that say none themselves, before it and behind. */
function withSchema(handle: Handle, argument: Place, analysis: Analysis): Handle {
  const schema = analysis.constant(argument);
  if (schema === null) return handle;
  const within = mapTables(handle, (table) => ({ ...table, schema: table.schema ?? schema }));
  return remember(within, "schema", [schema]);
}

function transacting(handle: Handle, argument: Place, analysis: Analysis): Handle {
  const transaction = analysis.handle(argument)?.transaction ?? handle.transaction;
  return { ...handle, transaction };
}

/** `whereIn("id", ids)`, where `ids` holds a builder: calls in place are part of it anyway. */
function withParts(handle: Handle, { args }: CallSite, analysis: Analysis): Handle {
  return args.reduce((whole, argument) => {
    const { type } = unwrap(argument.node) ?? argument.node;
    if (type !== "Identifier" && type !== "CallExpression") return whole;
    const part = ownHandle(analysis.evaluate(argument), handle.adapter);
    return part ? mapQuery(whole, (query) => withPart(query, part)) : whole;
  }, handle);
}
