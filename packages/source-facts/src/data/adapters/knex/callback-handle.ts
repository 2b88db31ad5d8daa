import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { transactionId } from "../query.js";
import { unbegun } from "./builder.js";
import { callbacks, joins } from "./builder-methods.js";

export const knexTransactions: ReadonlySet<string> = new Set(["transaction", "savepoint"]);

/** What callbacks get, as their first parameter and as `this`. */
export function callbackHandle(
  handle: Handle,
  { method, place }: CallSite,
  argument: number,
  parameter: number,
): Handle | null {
  if (parameter > 0) return null;
  if (knexTransactions.has(method)) return { ...handle, transaction: transactionId(place) };
  const fresh: Handle = { ...handle, query: null, named: null, role: unbegun };
  switch (handle.role) {
    case "clause":
      return /exists/iu.test(method) ? fresh : handle;
    case "schema":
      return /view/iu.test(method) ? fresh : { ...fresh, role: "columns" };
    default:
      if (!callbacks.has(method)) return null;
      return joins.has(method) && argument > 0 ? { ...fresh, role: "clause" } : fresh;
  }
}
