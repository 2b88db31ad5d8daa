import type { Analysis } from "../../analysis.js";
import type { External, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { asQuery, handleOf, transactionId } from "../query.js";
import { sentText } from "../sent-text.js";
import { begin, beginning, builderMethods, builderStep } from "./builder.js";
import { clientMethod, dialectsOf, madeClient, openedClient } from "./client.js";
import { insideCte, naming } from "./ctes.js";
import { databaseEntities } from "./database-entities.js";
import { guess } from "./guessed.js";
import { changing, schemaStep } from "./schema-builder.js";
import { executed, sqlTool } from "./sql-tool.js";
import { kyselyWords } from "./words.js";

/** Types, and what a value of them is; of builders only what is added to them is known. */
const typeRoles: Readonly<Record<string, string | undefined>> = {
  Kysely: "client",
  Transaction: "client",
  ControlledTransaction: "client",
  QueryCreator: "client",
  ExpressionBuilder: "expression",
  SchemaModule: "schema",
};

/** Kysely: https://kysely-org.github.io/kysely-apidoc */
export const kysely: Adapter = {
  library: "kysely",
  packages: ["kysely"],
  words: kyselyWords,
  methods: new Set([...builderMethods, ...changing, ...["on", "execute", "executeQuery"]]),
  transactions: new Set(["execute"]),
  constructed: (what, site, analysis) =>
    nameOf(what) === "Kysely" ? madeClient(handleOf(kysely, "client"), site, analysis) : null,
  typed: (what) => {
    const name = nameOf(what);
    const role = typeRoles[name] ?? (name.includes("QueryBuilder") ? "builder" : undefined);
    return role === undefined ? null : handleOf(kysely, role);
  },
  called: (what, site, analysis) =>
    nameOf(what) === "expressionBuilder"
      ? handleOf(kysely, "expression")
      : sqlTool(kysely, what, site, analysis),
  member,
  invoked: invoke,
  handed,
  guessed: (site, analysis) => guess(handleOf(kysely, "client"), site, analysis),
  declared: databaseEntities,
};

function nameOf({ path }: External): string {
  return path.at(-1) ?? "";
}

/** A method that was taken out of an expression builder: `({ exists, selectFrom }) => …`. */
const taken = "method:";

function member(handle: Handle, key: string): Value | null {
  if (handle.role === "expression" && key === "eb") return handle;
  if (handle.role === "expression" && Object.hasOwn(beginning, key))
    return { ...handle, role: `${taken}${key}` };
  if (handle.query || handle.text) return null;
  return key === "schema" || key === "dynamic" ? { ...handle, role: key } : null;
}

function invoke(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { role, text } = handle;
  if (text) return executed(handle, site, analysis);
  if (role.startsWith(taken)) {
    const method = role.slice(taken.length);
    return begin({ ...handle, role: "expression" }, { ...site, method }, analysis);
  }
  switch (role) {
    case "client":
    case "expression":
      return invokeClient(handle, site, analysis);
    case "query":
    case "builder":
      return builderStep(handle, site, analysis);
    case "schema":
      return schemaStep(handle, site, analysis);
    case "dynamic":
      return dynamicTable(handle, site);
    default:
      return openedClient(handle, site);
  }
}

function invokeClient(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  if (site.method === "executeQuery") return executeQuery(handle, site, analysis);
  return begin(handle, site, analysis) ?? clientMethod(handle, site);
}

/** `db.executeQuery(CompiledQuery.raw("…"))`, `db.executeQuery(query.compile())` */
function executeQuery(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const [compiled] = site.args;
  const given = compiled ? analysis.handle(compiled) : null;
  if (!compiled || !given) return null;
  if (given.query && !given.text) return asQuery(given, { ...given.query, isDone: true });
  return asQuery(handle, sentText(site, compiled, dialectsOf(handle, analysis), analysis));
}

/** `db.dynamic.table(name).as("t")` */
function dynamicTable(handle: Handle, { method, args: [name] }: CallSite): Value | null {
  if (method === "as") return handle;
  return method === "table" && name ? { ...handle, named: name } : null;
}

/** What callbacks get: a client in a transaction, the statement itself, an expression builder. */
function handed(
  handle: Handle,
  site: CallSite,
  { parameter }: { readonly parameter: number },
  analysis: Analysis,
): Value | null {
  const { method, place } = site;
  if (parameter !== 0) return null;
  switch (handle.role) {
    case "transaction":
      return { ...handle, role: "client", transaction: transactionId(place) };
    case "connection":
      return { ...handle, role: "client" };
    case "client":
      return naming.has(method)
        ? insideCte(handle, site, analysis)
        : { ...inner(handle), role: "expression" };
    case "query":
    case "builder":
      return method === "$if" || method === "$call"
        ? handle
        : { ...inner(handle), role: "expression" };
    default:
      return { ...inner(handle), role: "expression" };
  }
}

/** Of a callback, which begins statements of its own. */
function inner(handle: Handle): Handle {
  const { begun, inside, ...memory } = handle.memory;
  return begun || inside || handle.query || handle.text
    ? { ...handle, query: null, text: null, memory }
    : handle;
}
