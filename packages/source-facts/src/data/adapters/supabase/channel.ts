import type { Analysis } from "../../analysis.js";
import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, queryOf, type Touch } from "../query.js";
import { withSchema } from "./schema.js";
import { tableTouch } from "./table-statement.js";

/**
 * `channel("seats").on("postgres_changes", { schema: "public", table: "seats" }, …)`:
 * https://supabase.com/docs/guides/realtime/postgres-changes
 */
export function listen(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const { method, args, place } = site;
  const [event, options] = args;
  const isListening = method === "on" && event !== undefined;
  if (!isListening || analysis.constant(event) !== "postgres_changes") return handle;
  const entries = (options && analysis.properties(options)?.entries) ?? [];
  const option = (key: string) => entries.find((each) => each.key === key)?.value;
  const [schema, table] = [option("schema"), option("table")];
  const name = schema ? analysis.constant(schema) : null;
  const within = withSchema(handle, name === "public" ? null : name);
  const anyTable: Touch = {
    tables: [],
    isGeneric: false,
    opaque: "it listens to changes of any table",
  };
  const touched = table ? tableTouch(within, table, "read", table, analysis) : anyTable;
  return { ...handle, query: added(handle.query ?? queryOf(place, method), touched) };
}
