import type { SqlDialect } from "@domain-isolation/sql";
import type { Analysis } from "../../analysis.js";
import { readFragment } from "../../text/read-fragment.js";
import type { Place } from "../../values/place.js";
import type { External, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { likelyDialects } from "../likely-dialects.js";
import { asQuery, handleOf, queryOf, transactionId } from "../query.js";
import { sentText } from "../sent-text.js";
import { entriesOf } from "./model-class.js";
import { modelNamed } from "./model-index.js";
import { definedModel, isModel } from "./models.js";
import { transactionIn } from "./statement.js";

const dialects: Readonly<Record<string, SqlDialect | undefined>> = {
  postgres: "postgresql",
  mysql: "mysql",
  mariadb: "mysql",
  sqlite: "sqlite",
};

/** `new Sequelize(url, { dialect: "postgres" })` */
export function madeClient({ args }: CallSite, adapter: Adapter, analysis: Analysis): Handle {
  const entries = args.flatMap((each) => entriesOf(each, analysis));
  const dialect = entries.find(({ key }) => key === "dialect");
  const name = dialect ? analysis.constant(dialect.value) : null;
  const memory: Handle["memory"] =
    name === null ? {} : { dialect: { is: "identifier", names: [name] } };
  return handleOf(adapter, "client", { memory });
}

function dialectsOf({ memory: { dialect } }: Handle, { world }: Analysis): readonly SqlDialect[] {
  const [name = ""] = dialect?.is === "identifier" ? dialect.names : [];
  const told = Object.hasOwn(dialects, name) ? dialects[name] : undefined;
  return told ? [told] : likelyDialects(world);
}

type Method = (handle: Handle, site: CallSite, analysis: Analysis) => Value | null;

const methods: Readonly<Record<string, Method | undefined>> = {
  define: (_, site, analysis) => definedModel(site, analysis),
  model: (handle, { args: [name] }, analysis) => {
    const text = name ? analysis.constant(name) : null;
    const entity = text === null ? null : modelNamed(text, analysis);
    return entity && name ? { ...handle, role: "model", entity, named: name } : null;
  },
  getRepository: (handle, { args: [model] }, analysis) => {
    const entity = model ? analysis.entity(model) : null;
    const isOwn = entity?.is === "entity" && isModel(entity);
    return isOwn && model ? { ...handle, role: "model", entity, named: model } : null;
  },
  getQueryInterface: (handle) => ({ ...handle, role: "queryInterface" }),
  query: sendText,
  literal: (handle, site, analysis) => literal(handle, site, analysis),
  transaction: (handle, { args, place }, analysis) => {
    const hasCallback = args.some((each) => analysis.evaluate(each)?.is === "function");
    return hasCallback ? null : inTransaction(handle, place);
  },
  sync: ofAllModels,
  drop: ofAllModels,
  truncate: ofAllModels,
};

export const clientMethods: ReadonlySet<string> = new Set(Object.keys(methods));

export function invokeClient(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const method = Object.hasOwn(methods, site.method) ? methods[site.method] : undefined;
  return method?.(handle, site, analysis) ?? null;
}

export function inTransaction(handle: Handle, call: Place): Handle {
  return { ...handle, role: "transaction", transaction: transactionId(call) };
}

/** `sequelize.query("…", { transaction })`, `sequelize.query({ query: "…", values })` */
function sendText(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const [first, options] = site.args;
  if (!first) return null;
  const inner = entriesOf(first, analysis).find(({ key }) => key === "query");
  const query = sentText(site, inner?.value ?? first, dialectsOf(handle, analysis), analysis);
  const transaction = transactionIn(entriesOf(options, analysis), analysis);
  return { ...asQuery(handle, query), transaction: transaction ?? handle.transaction };
}

/** `Sequelize.literal("(SELECT …)")`: a part of the statement that it is put into. */
export function literal(
  handle: Handle,
  { place, args }: CallSite,
  analysis: Analysis,
): Handle | null {
  const [text] = args;
  if (!text) return null;
  const reading = readFragment(text, dialectsOf(handle, analysis), analysis);
  const isTelling = reading && (reading.tables.length > 0 || reading.opaque !== null);
  const query = isTelling ? queryOf(place, "literal", { ...reading, operation: "literal" }) : null;
  const inner = { is: "text", place: text, holes: "unknown" } as const;
  return { ...handle, role: "literal", query, text: inner };
}

function ofAllModels(handle: Handle, { place, method }: CallSite): Handle {
  const opaque = "it is about the tables of all models";
  return asQuery(handle, queryOf(place, method, { opaque, isDone: true }));
}

/** What the module gives away without a client: `Sequelize.literal(…)`, `literal(…)`. */
export function calledExport(
  what: External,
  site: CallSite,
  adapter: Adapter,
  analysis: Analysis,
): Value | null {
  return what.path.at(-1) === "literal"
    ? literal(handleOf(adapter, "client"), site, analysis)
    : null;
}
