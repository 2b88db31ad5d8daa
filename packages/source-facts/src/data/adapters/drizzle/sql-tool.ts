import type { Analysis } from "../../analysis.js";
import { readFragment } from "../../text/read-fragment.js";
import type { External, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { likelyDialects } from "../likely-dialects.js";
import { handleOf, queryOf } from "../query.js";

/** "sql`…`" and its methods: https://orm.drizzle.team/docs/sql */
export function sqlTool(
  adapter: Adapter,
  { path }: External,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  const [first] = site.args;
  switch (path.join(".")) {
    case "sql":
      return site.template ? fragment(adapter, site, analysis) : null;
    case "sql.raw":
      return first ? { is: "text", place: first, holes: "unknown", isRaw: true } : null;
    case "sql.identifier": {
      const name = first ? analysis.constant(first) : null;
      return name === null ? null : { is: "identifier", names: [name] };
    }
    default:
      return null;
  }
}

/** A part of a text: it tells its tables itself where nothing is known to send it. */
function fragment(adapter: Adapter, site: CallSite, analysis: Analysis): Handle | null {
  const { template, place } = site;
  if (!template) return null;
  const reading = readFragment(template, likelyDialects(analysis.world), analysis);
  const isTelling = reading && (reading.tables.length > 0 || reading.opaque !== null);
  return handleOf(adapter, "sql", {
    text: { is: "text", place: template, holes: "values" },
    query: isTelling ? queryOf(place, "sql", { ...reading, operation: "sql" }) : null,
  });
}
