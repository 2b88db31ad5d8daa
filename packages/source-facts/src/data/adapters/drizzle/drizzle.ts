import type { Analysis } from "../../analysis.js";
import type { External, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { asQuery, handleOf, queryOf, transactionId, withPart } from "../query.js";
import { beginning, combining, step, touching } from "./builder.js";
import { clientMemory, queriedTable, typedMemory, type ClientMemory } from "./client.js";
import { guess } from "./guessed.js";
import { relationalMethods, relationalQuery } from "./relational.js";
import { rows, rowType, rowTypeKeys } from "./rows.js";
import { senders, sent } from "./senders.js";
import { sqlTool } from "./sql-tool.js";
import { madeTable, tableMethod } from "./tables.js";
import { drizzleWords } from "./words.js";

/** What gives a client again. */
const clientsOf = new Set(["$withAuth", "$primary", "$replicas"]);

/** Drizzle ORM: https://orm.drizzle.team/docs/overview */
export const drizzle: Adapter = {
  library: "drizzle",
  makesEntities: true,
  packages: ["drizzle-orm"],
  words: drizzleWords,
  methods: new Set([
    ...Object.keys(touching),
    ...beginning,
    ...combining,
    ...relationalMethods,
    ...senders,
    ...["$with", "for"],
  ]),
  transactions: new Set(["transaction"]),
  constructed: (what) => (what.path.at(-1) === "QueryBuilder" ? client({ driver: what }) : null),
  called: calledExport,
  typed: (what, types, analysis) =>
    /(?:Database|Transaction)$/u.test(what.path.at(-1) ?? "")
      ? client(typedMemory(what, types, analysis))
      : null,
  member: (handle, key, name, analysis) => {
    if (handle.role === "relational") {
      const entity = queriedTable(handle, key, name, analysis);
      return { ...handle, role: "model", entity, named: name };
    }
    if (handle.query || handle.text) return null;
    if (key === "query" || key === "_query") return { ...handle, role: "relational" };
    return clientsOf.has(key) ? handle : key === "$client" ? (handle.memory.client ?? null) : null;
  },
  invoked: invoke,
  handed: (handle, site, { parameter }) => {
    if (parameter !== 0) return null;
    const again = client(handle.memory);
    if (site.method === "transaction" && !handle.query) {
      return { ...again, transaction: handle.transaction ?? transactionId(site.place) };
    }
    return combining.has(site.method) ? { ...again, transaction: handle.transaction } : null;
  },
  rows,
  rowType,
  rowTypeKeys,
  guessed: (site, analysis) => guess(client({}), site, analysis),
  statically: tableMethod,
};

function client(memory: ClientMemory): Handle {
  return handleOf(drizzle, "client", { memory });
}

function calledExport(what: External, site: CallSite, analysis: Analysis): Value | null {
  const name = what.path.at(-1) ?? "";
  const [first, ...others] = site.args;
  if (name === "drizzle") return client(clientMemory(what, site, analysis));
  if (name === "withReplicas") return first ? analysis.evaluate(first) : null;
  if (/^defineRelations(?:Part)?$/u.test(name)) return { ...what, call: site };
  if (combining.has(name) && first) {
    const handle = analysis.handle(first);
    const parts = others.flatMap((each) => analysis.handle(each) ?? []);
    return handle?.query ? asQuery(handle, parts.reduce(withPart, handle.query)) : null;
  }
  return sqlTool(drizzle, what, site, analysis) ?? madeTable(what, site, analysis);
}

function invoke(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method } = site;
  if (handle.text) return handle;
  if (handle.role === "model") return relationalQuery(handle, site, analysis);
  if (handle.role !== "with" && handle.query) return step(handle, site, analysis);
  if (clientsOf.has(method)) return handle;
  if (method === "$with") return asQuery(handle, queryOf(site.place, method), "cte");
  if (senders.has(method)) return sent(handle, site, analysis);
  return beginning.has(method) || method === "with" ? step(handle, site, analysis) : null;
}
