import type { TableAccess } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { handlePlace } from "../naming-place.js";
import { added, asQuery, queryOf, touch, type Touch } from "../query.js";
import { unknownTable } from "../unknown-table.js";
import { schemaOf } from "./schema.js";
import { selectionTouch } from "./selection.js";

/** https://supabase.com/docs/reference/javascript/select */
export const operations: Readonly<Record<string, TableAccess | undefined>> = {
  select: "read",
  insert: "write",
  upsert: "write",
  update: "write",
  delete: "write",
};

/** They end a statement: what they give is no builder. */
const ends = new Set(["then", "catch", "finally"]);

/** `from("users").insert(…)` */
export function operate(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const { method, place } = site;
  const access = Object.hasOwn(operations, method) ? operations[method] : undefined;
  const { named } = handle;
  if (!access || !named) return null;
  const shown = handlePlace(handle, site, analysis);
  const touched = tableTouch(handle, named, access, shown, analysis);
  const begun = asQuery(handle, queryOf(place, method, touched));
  return method === "select" ? addTo(begun, site, analysis) : begun;
}

/** Of the table that an argument names, shown where the statement names it. */
export function tableTouch(
  handle: Handle,
  named: Place,
  access: TableAccess,
  place: Place,
  analysis: Analysis,
): Touch {
  const name = analysis.constant(named);
  if (name === null) {
    const value = analysis.evaluate(named);
    const parameter = value?.is === "parameter" ? value : null;
    return touch(parameter, access, "direct", place, unknownTable(named));
  }
  const table = {
    name,
    schema: schemaOf(handle),
    entity: null,
    access,
    place,
    span: null,
  } as const;
  return { tables: [{ ...table, via: "direct" }], isGeneric: false, opaque: null };
}

/** `insert(…).select("*, comments(*)")`, and filters, which name no table. */
export function addTo(
  handle: Handle,
  { method, args }: CallSite,
  analysis: Analysis,
): Handle | null {
  if (ends.has(method)) return null;
  const [selection] = args;
  const { query, named } = handle;
  if (method !== "select" || !selection || !query) return handle;
  const table = (named && analysis.constant(named)) ?? "";
  return asQuery(handle, added(query, selectionTouch(handle, selection, table, analysis)));
}
