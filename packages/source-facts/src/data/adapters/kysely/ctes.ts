import { childOf, childrenOf, unwrap } from "../../../syntax/node.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import { contains } from "../../collect/find-statements.js";
import { at, type Place } from "../../values/place.js";
import type { Handle, Query } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { asQuery, queryOf, withPart } from "../query.js";
import { databaseName } from "./casing.js";

/** Methods that name what a query gives, for a statement that is yet to begin. */
export const naming: ReadonlySet<string> = new Set(["with", "withRecursive"]);

/** A statement of which only CTEs have been named so far. */
export function begunQuery({ memory: { begun } }: Handle): Query | null {
  return begun?.is === "handle" ? begun.query : null;
}

/** The statement that goes on with a call: the one that began in its chain, or another that uses it. */
export function begunAt(place: Place, handle: Handle, operation: string): Query | null {
  const begun = begunQuery(handle);
  if (!begun) return null;
  const { root, parts } = begun;
  const isOwn = root.module === place.module && contains(place.node, root.node);
  return isOwn || handle.memory.inside
    ? { ...begun, operation }
    : { ...begun, operation, root: place, parts: [...parts, root.node] };
}

function asBegun(handle: Handle, query: Query): Handle {
  return { ...handle, memory: { ...handle.memory, begun: asQuery(handle, query) } };
}

/** `db.with("recent", (db) => …)` */
export function withCte(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const query = begunQuery(handle) ?? queryOf(site.place, site.method);
  const name = cteName(handle, site, analysis);
  const [, definition] = site.args;
  if (name === null || !definition) return asBegun(handle, query);
  const local = { name, definition: site.method === "with" ? definition.node : null };
  const named = { ...query, locals: [...query.locals, local] };
  return asBegun(handle, withPart(named, analysis.handle(definition)));
}

/** What the callback gets: it knows the names before it, and where it may call itself its own. */
export function insideCte(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const query = begunQuery(handle) ?? queryOf(site.place, site.method);
  const name = site.method === "withRecursive" ? cteName(handle, site, analysis) : null;
  const own = name === null ? [] : [{ name, definition: null }];
  const inside = asBegun(handle, { ...query, locals: [...query.locals, ...own] });
  return { ...inside, memory: { ...inside.memory, inside } };
}

/** `"recent"`, `"recent(id, total)"`, `(cte) => cte("recent").materialized()` */
function cteName(handle: Handle, { args: [named] }: CallSite, analysis: Analysis): string | null {
  const written = named ? writtenName(named, analysis) : null;
  const name = written === null ? null : (/^[^(\s]+/u.exec(written)?.[0] ?? null);
  return name === null ? null : databaseName(name, handle, analysis);
}

function writtenName(named: Place, analysis: Analysis): string | null {
  const made = analysis.evaluate(named);
  if (made?.is !== "function") return analysis.constant(named);
  const call = innermostCall(childOf(made.place.node, "body"));
  const [name] = call ? childrenOf(call, "arguments") : [];
  return name ? analysis.constant(at(made.place, name)) : null;
}

/** `cte("recent")` of `cte("recent").materialized()` */
function innermostCall(node: SyntaxNode | null): SyntaxNode | null {
  const callee = node && unwrap(childOf(node, "callee"));
  return callee?.type === "MemberExpression"
    ? innermostCall(unwrap(childOf(callee, "object")))
    : node;
}
