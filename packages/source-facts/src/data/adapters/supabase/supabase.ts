import { childOf, childrenOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { at } from "../../values/place.js";
import type { External, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { asQuery, handleOf, queryOf } from "../query.js";
import { listen } from "./channel.js";
import { guessTable } from "./guess-table.js";
import { withSchema } from "./schema.js";
import { addTo, operate, operations } from "./table-statement.js";

/** What makes a client, of the library and of those that bring it to a framework. */
const makers = /^(?:create\w*Client|useSupabaseClient|createClient)$/u;
const packages = [
  ...["@supabase/supabase-js", "@supabase/ssr", "@supabase/postgrest-js"],
  ...["nextjs", "react", "sveltekit", "remix", "shared"].map(
    (each) => `@supabase/auth-helpers-${each}`,
  ),
];

/** Supabase, by the client that talks to its tables. */
export const supabase: Adapter = {
  library: "supabase",
  packages,
  claims: ({ module }) => /@supabase\/(?:supabase-js|ssr|postgrest-js|auth-helpers)/u.test(module),
  words: ({ uses }) => (packages.some(uses) ? words : null),
  methods: new Set([...Object.keys(operations), "rpc", "on"]),
  called: (what, site, analysis) => (makers.test(nameOf(what)) ? madeClient(site, analysis) : null),
  constructed: (what, site, analysis) =>
    /^(?:Supabase|Postgrest)Client$/u.test(nameOf(what)) ? madeClient(site, analysis) : null,
  typed: (what, [type], analysis) =>
    nameOf(what) === "SupabaseClient" ? client(type ? analysis.evaluateType(type) : null) : null,
  invoked: invoke,
  guessed: (site, analysis) => {
    const begun = guessTable(site, client(null), analysis);
    return begun && invoke(begun, site, analysis);
  },
};

const words = [
  String.raw`[sS]upabase|SUPABASE`,
  String.raw`(?<!Array|Buffer|Readable|Object|Set|Map)\.\s*from\s*\(\s*["'\x60\w]`,
  String.raw`\.\s*rpc\s*\(|\bpostgres_changes\b`,
].join("|");

function nameOf({ path }: External): string {
  return path.at(-1) ?? "";
}

function client(database: Value | null): Handle {
  return handleOf(supabase, "client", { memory: database ? { database } : {} });
}

/** `createClient<Database>(url, key)` */
function madeClient({ place }: CallSite, analysis: Analysis): Handle {
  const given = childOf(place.node, "typeArguments") ?? childOf(place.node, "typeParameters");
  const [type] = given ? childrenOf(given, "params") : [];
  return client(type ? analysis.evaluateType(at(place, type)) : null);
}

function invoke(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  switch (handle.role) {
    case "client":
      return invokeClient(handle, site, analysis);
    case "table":
      return operate(handle, site, analysis);
    case "channel":
      return listen(handle, site, analysis);
    default:
      return addTo(handle, site, analysis);
  }
}

function invokeClient(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const { method, args, place } = site;
  const [first] = args;
  switch (method) {
    case "from":
      return first ? { ...handle, role: "table", named: first } : null;
    case "schema":
      return withSchema(handle, first ? analysis.constant(first) : null);
    case "channel":
      return { ...handle, role: "channel" };
    case "rpc": {
      const name = first ? analysis.constant(first) : null;
      const called = name === null ? "a function" : `the function \`${name}\``;
      const opaque = `it calls ${called} of the database, which may touch any table`;
      return asQuery(handle, queryOf(place, method, { opaque }));
    }
    default:
      return null;
  }
}
