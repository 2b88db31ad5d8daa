import type { Analysis } from "../../analysis.js";
import type { External, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { asQuery, handleOf, queryOf, transactionId } from "../query.js";
import { begin, builderStep, unbegun, withSource } from "./builder.js";
import { builderMethods, ends } from "./builder-methods.js";
import { callbackHandle, knexTransactions } from "./callback-handle.js";
import { guessClient } from "./guess-client.js";
import { rawHandle } from "./raw.js";
import { remember } from "./remembered.js";
import { columnStep, referenceMethods, schemaMethods, schemaStep } from "./schema-builder.js";
import { tableTouch } from "./table-touch.js";
import { candidateWords } from "./words.js";

/** What a client is usually called: a table is asked of it by calling it. */
const names = ["knex", "db", "trx", "tx", "database", "conn", "connection", "transaction", "qb"];

/** Properties of a builder that give it again: `.where(…).or.whereNull(…)`. */
const chaining = new Set(["and", "or", "not"]);

/** Types of the module, and what a value of them is. */
const typeRoles: Readonly<Record<string, string | undefined>> = {
  Knex: "client",
  default: "client",
  Transaction: "client",
  QueryBuilder: unbegun,
  QueryInterface: unbegun,
  ChainableInterface: unbegun,
  JoinClause: "clause",
  SchemaBuilder: "schema",
  TableBuilder: "columns",
  CreateTableBuilder: "columns",
  AlterTableBuilder: "columns",
};

/** Knex: https://knexjs.org/guide/query-builder.html */
export const knex: Adapter = {
  library: "knex",
  packages: ["knex"],
  words: ({ uses }) => (uses("knex") ? candidateWords : null),
  methods: new Set([
    ...["", "raw", "batchInsert", ...names],
    ...[...builderMethods, ...schemaMethods, ...referenceMethods],
  ]),
  transactions: knexTransactions,
  called: (what, { args: [configuration] }, analysis) => {
    if (!isModule(what)) return null;
    const properties = configuration && analysis.properties(configuration);
    const client = properties?.entries.find(({ key }) => key === "client");
    const driver = client ? analysis.constant(client.value) : null;
    const made = handleOf(knex, "client");
    return driver === null ? made : remember(made, "client", [driver]);
  },
  typed: (what) => {
    const role = typeRoles[what.path.at(-1) ?? "default"];
    return role === undefined ? null : handleOf(knex, role);
  },
  member: (handle, key) => {
    if (handle.role === "client" && key === "schema") return { ...handle, role: "schema" };
    return chaining.has(key) && isBuilder(handle) ? handle : null;
  },
  invoked: invoke,
  handed: (handle, site, { argument, parameter }) =>
    callbackHandle(handle, site, argument, parameter),
  guessed: (site, analysis) => {
    const client = guessClient(site.receiver, handleOf(knex, "client"), analysis);
    return client && invoke(client, site, analysis);
  },
};

function isBuilder({ role }: Handle): boolean {
  return role === "query" || role === unbegun;
}

function isModule({ path }: External): boolean {
  const [name = "default", ...rest] = path;
  return rest.length === 0 && (name === "default" || name.toLowerCase() === "knex");
}

function invoke(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  switch (handle.role) {
    case "client":
      return invokeClient(handle, site, analysis);
    case "provider":
      return { ...handle, role: "client", transaction: transactionId(site.place) };
    case "schema":
      return schemaStep(handle, site, analysis);
    case "columns":
      return columnStep(handle, site, analysis);
    case "query":
    case unbegun:
      return builderStep(handle, site, analysis);
    case "raw":
      return ends.has(site.method) ? null : handle;
    default:
      return handle;
  }
}

type ClientMethod = (handle: Handle, site: CallSite, analysis: Analysis) => Value | null;

/** What a client has beside the methods of its builders. */
const clientMethods: Readonly<Record<string, ClientMethod | undefined>> = {
  "": (handle, site, analysis) => {
    const [table] = site.args;
    return table ? withSource(begin(handle, site), table, analysis) : begin(handle, site);
  },
  queryBuilder: begin,
  raw: rawHandle,
  ref: (handle, { args: [name] }) => (name ? reference(handle, name) : null),
  batchInsert,
  withUserParams: (handle) => handle,
  transactionProvider: (handle) => ({ ...handle, role: "provider" }),
  transaction: openTransaction,
  savepoint: openTransaction,
};

function invokeClient(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method } = site;
  const own = Object.hasOwn(clientMethods, method) ? clientMethods[method] : undefined;
  if (own) return own(handle, site, analysis);
  return builderMethods.has(method) ? builderStep(handle, site, analysis) : null;
}

/** Without a callback it gives a client, for as long as the transaction lasts. */
function openTransaction(handle: Handle, { args, place }: CallSite, analysis: Analysis) {
  const [first] = args;
  const hasCallback = first && !analysis.properties(first);
  return hasCallback ? null : { ...handle, transaction: transactionId(place) };
}

function batchInsert(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const { place, method, args } = site;
  const [table] = args;
  if (!table) return null;
  const touch = tableTouch(table, { access: "write", via: "direct" }, handle, analysis);
  return asQuery(handle, queryOf(place, method, { ...touch, isDone: true }));
}

/** `knex.ref("users").as("u")`, in place of a table's name or of a column's. */
function reference(handle: Handle, name: CallSite["place"]): Handle {
  return { ...handle, role: "reference", text: { is: "text", place: name, holes: "unknown" } };
}
