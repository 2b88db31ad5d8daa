import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { givenRows } from "../class-orm/row-entity.js";
import { handlePlace } from "../naming-place.js";
import { asQuery, queryOf, tableOf, transactionId } from "../query.js";
import { rowsHanded, rowsInvoked, rowsMember } from "../rows.js";
import { step } from "./builder-steps.js";
import { invokeClient } from "./client.js";
import { invokeCollection } from "./collections.js";
import { client } from "./exports.js";
import { kyselyStep } from "./kysely-builder.js";
import { rowOperations } from "./operations.js";
import { invokeRepository } from "./repository.js";

/** Properties that lead from one handle to another. */
const clients = new Set(["em", "_em", "entityManager"]);

export function member(handle: Handle, key: string, name: Place, analysis: Analysis): Value | null {
  if (handle.role === "rows") return rowsMember(handle, key);
  if (handle.role === "made") return analysis.member(handle.memory.row ?? null, key, name);
  if (!clients.has(key)) return null;
  return { ...handle, role: "client", entity: null, named: null, query: null, memory: {} };
}

export function invoke(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  switch (handle.role) {
    case "client":
      return invokeClient(handle, site, analysis);
    case "repository":
      return invokeRepository({ ...handle, query: null }, site, analysis);
    case "collection":
      return invokeCollection(handle, site, analysis);
    case "wrapped":
    case "made":
      return rowQuery({ ...handle, named: null }, site, analysis);
    case "kysely":
      return kyselyStep(handle, site, analysis);
    case "rows":
      return rowsInvoked(handle, site);
    case "query":
      return handle.query?.isDone ? null : step(handle, site, analysis);
    default:
      return null;
  }
}

/** What is loaded, or changed, of a row. */
function rowQuery(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method, place } = site;
  const access = Object.hasOwn(rowOperations, method) ? rowOperations[method] : undefined;
  const { entity } = handle;
  if (!access || entity?.is !== "entity") return null;
  const table = tableOf(entity, access, "direct", handlePlace(handle, site, analysis));
  return asQuery(handle, queryOf(place, method, { tables: [table], isDone: true }), "sent");
}

/** `user.assign({ … })` of a base entity, `book.author.load()` */
export function calledOnRow(entity: Entity, site: CallSite, analysis: Analysis): Value | null {
  return rowQuery({ ...client(), entity }, site, analysis);
}

export function handed(
  handle: Handle,
  site: CallSite,
  { parameter }: { readonly parameter: number },
): Value | null {
  const { method, place } = site;
  if (handle.role === "rows") return rowsHanded(handle, site, parameter);
  if (parameter !== 0) return null;
  if (method === "then") return givenRows(handle);
  return method === "transactional" && handle.role === "client"
    ? { ...handle, query: null, transaction: transactionId(place) }
    : null;
}
