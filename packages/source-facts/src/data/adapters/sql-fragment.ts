import type { SqlDialect } from "@domain-isolation/sql";
import type { Analysis } from "../analysis.js";
import { readFragment } from "../text/read-fragment.js";
import type { Handle } from "../values/value.js";
import type { Adapter, CallSite } from "./adapter.js";
import { handleOf, queryOf } from "./query.js";

/** A tag's template that may be part of a text: it tells its tables where nothing is known to send it. */
export function sqlFragment(
  adapter: Adapter,
  { template, place }: CallSite,
  dialects: readonly SqlDialect[],
  analysis: Analysis,
): Handle | null {
  if (!template) return null;
  const reading = readFragment(template, dialects, analysis);
  const isTelling = reading && (reading.tables.length > 0 || reading.opaque !== null);
  return handleOf(adapter, "sql", {
    text: { is: "text", place: template, holes: "values" },
    query: isTelling ? queryOf(place, "sql", { ...reading, operation: "sql" }) : null,
  });
}
