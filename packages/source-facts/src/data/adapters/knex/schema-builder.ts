import type { TableAccess } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, asQuery, queryOf } from "../query.js";
import { rawHandle } from "./raw.js";
import { remember } from "./remembered.js";
import { storedName } from "./stored-name.js";
import { tableTouch } from "./table-touch.js";

/** What is done to the tables, or views, that the arguments name: https://knexjs.org/guide/schema-builder.html */
const operations: Readonly<Record<string, readonly TableAccess[] | undefined>> = {
  createTable: ["write"],
  createTableIfNotExists: ["write"],
  createTableLike: ["write", "read"],
  alterTable: ["write"],
  table: ["write"],
  dropTable: ["write"],
  dropTableIfExists: ["write"],
  renameTable: ["write", "write"],
  hasTable: ["read"],
  hasColumn: ["read"],
  createView: ["write"],
  createViewOrReplace: ["write"],
  createMaterializedView: ["write"],
  refreshMaterializedView: ["write"],
  dropView: ["write"],
  dropViewIfExists: ["write"],
  dropMaterializedView: ["write"],
  dropMaterializedViewIfExists: ["write"],
  renameView: ["write", "write"],
  view: ["write"],
  alterView: ["write"],
};

export const schemaMethods: ReadonlySet<string> = new Set(Object.keys(operations));

/** What a column's key leads to: `references("users.id")`, `references("id").inTable("users")`. */
export const referenceMethods: ReadonlySet<string> = new Set(["references", "inTable"]);

/** `knex.schema.createTable("users", …)` */
export function schemaStep(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const { method, args } = site;
  const [first] = args;
  if (method === "raw") return rawHandle(handle, site, analysis);
  if (method === "withSchema") {
    const schema = first ? analysis.constant(first) : null;
    return schema === null ? handle : remember(handle, "schema", [schema]);
  }
  const accesses = Object.hasOwn(operations, method) ? operations[method] : undefined;
  if (!accesses) return handle;
  return accesses.reduce(
    (changed, access, index) => {
      const argument = args[index];
      return argument ? withTable(changed, argument, access, analysis) : changed;
    },
    handle.query ? handle : asQuery(handle, queryOf(site.place, method), handle.role),
  );
}

function withTable(
  handle: Handle,
  argument: Place,
  access: TableAccess,
  analysis: Analysis,
): Handle {
  const touch = tableTouch(argument, { access, via: "direct" }, handle, analysis);
  return handle.query ? { ...handle, query: added(handle.query, touch) } : handle;
}

/** A method of a table that is being made, or of one of its columns. */
export function columnStep(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [first] = site.args;
  const table = first && referencedTable(site.method, first, analysis);
  if (!first || !table) return handle;
  const touch = tableTouch(first, { access: "read", via: "relation" }, handle, analysis);
  const named = touch.tables.map((each) => ({ ...each, ...table }));
  const begun = handle.query ?? queryOf(site.place, site.method);
  return { ...handle, query: added(begun, { ...touch, tables: named }) };
}

/** `references("billing.invoices.id")`: the last name is a column's. */
function referencedTable(method: string, argument: Place, analysis: Analysis) {
  if (method === "inTable") return {};
  const text = method === "references" ? (analysis.constant(argument) ?? "") : "";
  const [, name, schema = null] = text.split(".").toReversed();
  return name === undefined ? null : { name: storedName(name, analysis), schema };
}
