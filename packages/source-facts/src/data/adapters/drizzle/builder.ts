import type { TableAccess, TableVia } from "@domain-isolation/model";
import { childOf, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { readSource } from "../../text/read-fragment.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, Handle, Query } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { branchesOf } from "../branches.js";
import { added, asQuery, queryOf, touch, withPart, type Touch } from "../query.js";
import { unknownTable } from "../unknown-table.js";
import { dialectsOf } from "./client.js";

interface Touching {
  readonly access: TableAccess;
  readonly via: TableVia;
}

const joined: Touching = { access: "read", via: "join" };
const written: Touching = { access: "write", via: "direct" };
const read: Touching = { access: "read", via: "direct" };

/** What a method says of the table that is its argument: https://orm.drizzle.team/docs/data-querying */
export const touching: Readonly<Record<string, Touching | undefined>> = {
  insert: written,
  update: written,
  delete: written,
  refreshMaterializedView: written,
  from: read,
  $count: read,
  leftJoin: joined,
  rightJoin: joined,
  innerJoin: joined,
  fullJoin: joined,
  crossJoin: joined,
  leftJoinLateral: joined,
  innerJoinLateral: joined,
  crossJoinLateral: joined,
};

/** Those of them with which a statement begins. */
export const beginning: ReadonlySet<string> = new Set([
  ...["insert", "update", "delete", "refreshMaterializedView", "$count"],
  ...["select", "selectDistinct", "selectDistinctOn"],
]);

/** They put other statements behind one, or into it: https://orm.drizzle.team/docs/set-operations */
export const combining: ReadonlySet<string> = new Set([
  ...["union", "unionAll", "intersect", "intersectAll", "except", "exceptAll"],
  ...["with", "as", "select"],
]);

/** They send it, or follow it when it was sent. */
const sending = new Set(["execute", "all", "get", "run", "then", "catch", "finally"]);

/** A call on a client, or on a statement in the making. */
export function step(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const { method } = site;
  const before = handle.query ?? queryOf(site.place, method);
  const query =
    beginning.has(method) && handle.role !== "query" ? { ...before, operation: method } : before;
  if (combining.has(method)) return combined(handle, query, site, analysis);
  if (method === "for") return asQuery(handle, locked(query, site, analysis));
  const [argument] = site.args;
  const what = touching[method];
  if (what && argument) {
    return asQuery(handle, touched(handle, query, argument, viaOf(method, query, what), analysis));
  }
  return asQuery(handle, sending.has(method) ? { ...query, isDone: true } : query);
}

/** `update(users).set(…).from(orders)`: what it reads stands beside what it is about. */
function viaOf(method: string, { operation }: Query, what: Touching): Touching {
  return method === "from" && operation === "update" ? joined : what;
}

/** `union(other)`, `with(cte)`, `$with("x").as(query)`, `insert(t).select(query)` */
function combined(handle: Handle, query: Query, site: CallSite, analysis: Analysis): Handle {
  const parts = site.args.flatMap((each) => analysis.handle(each) ?? []);
  const role = site.method === "as" ? "subquery" : site.method === "with" ? "with" : "query";
  return asQuery(handle, parts.reduce(withPart, query), role);
}

function touched(
  handle: Handle,
  query: Query,
  argument: Place,
  what: Touching,
  analysis: Analysis,
): Query {
  return branchesOf(argument, analysis).reduce((all, place) => {
    const part = analysis.handle(place);
    if (part?.query && !part.text) return withPart(all, part);
    if (part?.text?.is === "text") {
      return added(all, readSource(part.text.place, dialectsOf(handle, analysis), analysis));
    }
    return added(all, namedTable(place, what, analysis));
  }, query);
}

function namedTable(place: Place, { access, via }: Touching, analysis: Analysis): Touch {
  const entity = analysis.entity(place);
  const isTable = entity?.is === "parameter" || entity?.library === "drizzle";
  return touch(isTable ? entity : null, access, via, tableName(place), unknownTable(place));
}

/** `users` of `schema.users` */
function tableName(place: Place): Place {
  const node = unwrap(place.node) ?? place.node;
  const property = node.type === "MemberExpression" ? childOf(node, "property") : null;
  return at(place, property ?? node);
}

/** `for("update", { of: users })`: all that it reads is locked, or only what is named. */
function locked(query: Query, { args: [, options] }: CallSite, analysis: Analysis): Query {
  const of = options && analysis.properties(options)?.entries.find(({ key }) => key === "of");
  const named = of ? (analysis.elements(of.value) ?? [of.value]) : null;
  const entities = named?.map((each) => analysis.entity(each));
  const isLocked = (entity: Entity | null) => !entities || entities.some((each) => each === entity);
  const tables = query.tables.map((table) =>
    table.access === "read" && isLocked(table.entity)
      ? { ...table, access: "lock" as const }
      : table,
  );
  return { ...query, tables };
}
