import type { Analysis } from "../../analysis.js";
import type { External, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";

/**
 * The helpers that build SQL, and those that only check types:
 * https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries
 */
export function sqlTool(what: External, site: CallSite, analysis: Analysis): Value | null {
  const [first] = site.args;
  switch (what.path.at(-1)) {
    case "sql":
      return site.template ? { is: "text", place: site.template, holes: "values" } : null;
    case "raw":
      return first ? { is: "text", place: first, holes: "unknown", isRaw: true } : null;
    case "validator":
      return { ...what, path: [...what.path, "checked"] };
    case "checked":
      return first ? analysis.evaluate(first) : null;
    case "defineExtension":
      return null;
    default:
      return null;
  }
}
