import type { Analysis } from "../../analysis.js";
import { asThis, type CallSite } from "../adapter.js";
import type { Handle, Value } from "../../values/value.js";
import { givenRows } from "../class-orm/row-entity.js";
import { transactionId } from "../query.js";
import { rowsHanded, rowsInvoked, rowsMember } from "../rows.js";
import { step } from "./builder-steps.js";
import { invokeClient } from "./client.js";
import { invokeRepository } from "./repository.js";

/** Properties that lead from one handle to another. */
const clients = new Set(["manager", "entityManager", "connection", "dataSource", "queryRunner"]);

export function member(handle: Handle, key: string): Value | null {
  if (handle.role === "rows") return rowsMember(handle, key);
  if (clients.has(key)) return asClient(handle);
  return key === "repository" && handle.role === "repository" ? handle : null;
}

function asClient(handle: Handle): Handle {
  return { ...handle, role: "client", entity: null, named: null, query: null, memory: {} };
}

export function invoke(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  if (handle.query?.isDone) return null;
  switch (handle.role) {
    case "client":
      return invokeClient(handle, site, analysis);
    case "rows":
      return rowsInvoked(handle, site);
    case "repository":
      return invokeRepository(handle, site, analysis);
    default:
      return step(handle, site, analysis);
  }
}

/** Builders of queries within a query begin anew; the one of a condition is the query itself. */
const factories = /^(?:add)?(?:from|select)$|Join|^valuesFromSelect$/iu;

export function handed(
  handle: Handle,
  site: CallSite,
  { parameter }: { readonly parameter: number },
): Value | null {
  const { method, place } = site;
  if (handle.role === "rows") return rowsHanded(handle, site, parameter);
  if (method === "extend") return parameter === asThis ? handle : null;
  if (parameter !== 0) return null;
  if (method === "then") return givenRows(handle);
  if (handle.role === "client") {
    return method === "transaction" ? { ...handle, transaction: transactionId(place) } : null;
  }
  if (handle.role !== "query") return null;
  return factories.test(method)
    ? { ...handle, query: null, entity: null, named: null }
    : { ...handle, query: null };
}
