import type { Analysis } from "../../analysis.js";
import type { External, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { likelyDialects } from "../likely-dialects.js";
import { sqlFragment } from "../sql-fragment.js";

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
      return sqlFragment(adapter, site, likelyDialects(analysis.world), analysis);
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
