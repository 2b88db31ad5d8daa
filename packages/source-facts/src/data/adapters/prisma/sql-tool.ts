import type { Analysis } from "../../analysis.js";
import type { External, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { sqlFragment } from "../sql-fragment.js";
import { prismaDialect } from "./dialect.js";

/**
 * The helpers that build SQL, and those that only check types:
 * https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries
 */
export function sqlTool(
  adapter: Adapter,
  what: External,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  const [first] = site.args;
  switch (what.path.at(-1)) {
    case "sql":
      return sqlFragment(adapter, site, [prismaDialect(analysis.world)], analysis);
    case "raw":
      return first ? { is: "text", place: first, holes: "unknown", isRaw: true } : null;
    case "join":
      return first && (analysis.elements(first)?.length ?? 0) > 0
        ? { is: "text", place: site.place, holes: "values" }
        : null;
    case "validator":
      return { ...what, path: [...what.path, "checked"] };
    case "checked":
      return first ? analysis.evaluate(first) : null;
    default:
      return null;
  }
}
