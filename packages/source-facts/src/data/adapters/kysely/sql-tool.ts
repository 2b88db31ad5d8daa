import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import type { External, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { likelyDialects } from "../likely-dialects.js";
import { asQuery, handleOf } from "../query.js";
import { sentText } from "../sent-text.js";
import { sqlFragment } from "../sql-fragment.js";
import { dialectsOf } from "./client.js";

/** "sql`…`" and its methods: https://kysely-org.github.io/kysely-apidoc/interfaces/Sql.html */
export function sqlTool(
  adapter: Adapter,
  { path }: External,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  const texts = site.args.map((each) => analysis.constant(each));
  const names = texts.flatMap((each) => each ?? []);
  const [first] = site.args;
  switch (path.join(".")) {
    case "sql":
      return sqlFragment(adapter, site, likelyDialects(analysis.world), analysis);
    case "sql.raw":
    case "CompiledQuery.raw":
      return first
        ? made(adapter, { is: "text", place: first, holes: "unknown", isRaw: true })
        : null;
    case "sql.table":
    case "sql.ref":
      return identifier(adapter, names[0]?.split(".") ?? []);
    case "sql.id":
      return identifier(adapter, names.length === texts.length ? names : []);
    default:
      return null;
  }
}

function identifier(adapter: Adapter, names: readonly string[]): Handle | null {
  return names.length > 0 ? made(adapter, { is: "identifier", names }) : null;
}

function made(adapter: Adapter, text: Value): Handle {
  return handleOf(adapter, "sql", { text });
}

/** "sql`…`.execute(db)": through the client that it is given, in its transaction. */
export function executed(text: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const [given] = site.args;
  const { receiver } = callSite(site.place);
  if (site.method !== "execute" || !receiver) return text;
  const client = given ? analysis.handle(given) : null;
  const query = sentText(site, receiver, dialectsOf(client ?? text, analysis), analysis);
  return asQuery({ ...text, text: null, transaction: client?.transaction ?? null }, query);
}
