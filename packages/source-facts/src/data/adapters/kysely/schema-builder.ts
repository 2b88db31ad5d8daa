import type { Analysis } from "../../analysis.js";
import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { asQuery, queryOf } from "../query.js";
import { clientMethod } from "./client.js";
import { withSource } from "./sources.js";

/** Methods that change a table or a view: https://kysely-org.github.io/kysely-apidoc/classes/SchemaModule.html */
export const changing: ReadonlySet<string> = new Set([
  ...["createTable", "alterTable", "dropTable"],
  ...["createView", "dropView", "refreshMaterializedView"],
]);

/** `createIndex("by_email").on("users")`, `dropIndex("by_email").on("users")` */
const indexing = new Set(["createIndex", "dropIndex"]);

/** A call on `db.schema`, or on what that gave. */
export function schemaStep(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const { method, args, place } = site;
  const [named] = args;
  const { query } = handle;
  if (!query) {
    if (indexing.has(method)) return asQuery(handle, queryOf(place, method), "schema");
    const isChange = changing.has(method) && named;
    if (isChange) return changed(handle, site, queryOf(place, method), analysis);
    const again = clientMethod(handle, site);
    return again?.is === "handle" ? again : null;
  }
  const isIndex = method === "on" && indexing.has(query.operation) && named;
  return isIndex ? changed(handle, site, query, analysis) : handle;
}

function changed(
  handle: Handle,
  { args: [named] }: CallSite,
  query: NonNullable<Handle["query"]>,
  analysis: Analysis,
): Handle {
  const usage = { access: "write", via: "direct" } as const;
  return asQuery(
    handle,
    named ? withSource(query, named, usage, handle, analysis) : query,
    "schema",
  );
}
