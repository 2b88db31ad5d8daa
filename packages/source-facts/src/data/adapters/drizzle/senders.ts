import type { Analysis } from "../../analysis.js";
import type { Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { asQuery } from "../query.js";
import { sentText } from "../sent-text.js";
import { dialectsOf } from "./client.js";

/** Methods of a client that send a text, or a statement that was made before. */
export const senders: ReadonlySet<string> = new Set(["execute", "run", "all", "get", "values"]);

/** "db.execute(sql`…`)" */
export function sent(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const [argument] = site.args;
  if (!argument) return null;
  const given = analysis.handle(argument);
  if (given?.query && !given.text) return asQuery(given, { ...given.query, isDone: true });
  return asQuery(handle, sentText(site, argument, dialectsOf(handle, analysis), analysis));
}
