import type { SqlDialect } from "@domain-isolation/sql";
import type { Analysis } from "../analysis.js";
import type { Place } from "../values/place.js";
import type { External, Handle, Value } from "../values/value.js";
import type { Adapter, CallSite } from "./adapter.js";
import { asQuery, handleOf, sqlQuery, transactionId } from "./query.js";

/** A library that sends texts of SQL, as data. Names are of what it exports, or of methods. */
export interface SqlDriver {
  readonly library: string;
  readonly packages: readonly string[];
  readonly dialect: SqlDialect;
  /** What, when constructed, called, or as a type, is a client. `default` is the module itself. */
  readonly clients: readonly string[];
  /** Methods that take a text, or an object with one, as their first argument. */
  readonly sends: readonly string[];
  /** Those of them that give a prepared statement: what is called on it is the same statement. */
  readonly prepares?: readonly string[];
  /** Methods, or properties, that give a client again; with a callback they hand it one. */
  readonly clientsOf?: readonly string[];
  /** Methods that hand a client within a transaction to a callback. */
  readonly transactions?: readonly string[];
  /** Exports, or the client itself with `""`, that are a template's tag and send it. */
  readonly tags?: readonly string[];
  /** Exports, or methods of the client, that make a text of a template without sending it. */
  readonly texts?: readonly string[];
  /** Functions that quote an identifier: `sql.identifier(["users"])`. */
  readonly identifiers?: readonly string[];
  /** Keys under which an object holds the text: `query({ text })`. */
  readonly textKeys?: readonly string[];
}

/** What a text must hold for one of these drivers to matter in its file. */
const sqlWords = String.raw`\b(?:select|SELECT)\b[\s\S]+\b(?:from|FROM)\b|\b(?:INSERT|insert)\s+(?:INTO|into|OR|or|IGNORE)\b|\b(?:UPDATE|update)\b[\s\S]+\b(?:SET|set)\b|\b(?:DELETE|delete)\s+(?:FROM|from)\b|\b(?:TRUNCATE|ALTER TABLE|CREATE TABLE|DROP TABLE)\b`;

/** Makes an adapter of what is known of a driver. */
export function sqlDriver(driver: SqlDriver): Adapter {
  const { library, packages, clientsOf = [], transactions = [], sends, prepares = [] } = driver;
  const isClient = ({ path }: External) => driver.clients.includes(path.at(-1) ?? "default");
  const client = (): Handle => handleOf(adapter, "client");
  const again = new Set(clientsOf);
  const inTransaction = new Set(transactions);
  const adapter: Adapter = {
    library,
    packages,
    words: (world) => (packages.some(world.uses) ? sqlWords : null),
    methods: new Set([...sends, ...prepares]),
    transactions: inTransaction,
    constructed: (what) => (isClient(what) ? client() : null),
    typed: (what) => (isClient(what) ? client() : null),
    called: (what, site, analysis) =>
      textOf(driver, what.path.at(-1) ?? "default", site, analysis) ??
      taggedQuery(driver, what.path.at(-1) ?? "default", client(), site, analysis) ??
      (isClient(what) ? client() : null),
    member: (handle, key) => (again.has(key) && !handle.query ? handle : null),
    invoked: (handle, site, analysis) => {
      if (handle.query) return null;
      const { method } = site;
      const text = textOf(driver, method, site, analysis);
      if (text) return text;
      if (again.has(method)) return handle;
      return (
        taggedQuery(driver, method, handle, site, analysis) ?? sent(driver, handle, site, analysis)
      );
    },
    handed: (handle, site, { parameter, argument }) => {
      if (inTransaction.has(site.method) && parameter === 0) {
        return { ...handle, transaction: transactionId(site.place) };
      }
      // Node's own style hands an error first: `pool.connect((error, client) => …)`.
      return again.has(site.method) && parameter <= 1 && argument === 0 ? handle : null;
    },
  };
  return adapter;
}

function textOf(
  { texts = [], identifiers = [] }: SqlDriver,
  name: string,
  { template, args }: CallSite,
  analysis: Analysis,
): Value | null {
  const [first] = args;
  if (texts.includes(name)) {
    if (template) return { is: "text", place: template, holes: "values" };
    return first ? { is: "text", place: first, holes: "unknown" } : null;
  }
  if (!identifiers.includes(name) || !first) return null;
  const parts = analysis.elements(first) ?? [first];
  const names = parts.map((part) => analysis.constant(part));
  return names.every((each) => each !== null) ? { is: "identifier", names } : null;
}

/** "sql`…`", `sql("…")` */
function taggedQuery(
  { tags = [], dialect }: SqlDriver,
  name: string,
  handle: Handle,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  if (!tags.includes(name) || !site.template) return null;
  return asQuery(handle, sqlQuery(site, site.template, dialect, analysis));
}

function sent(driver: SqlDriver, handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method, args, template } = site;
  const prepares = driver.prepares?.includes(method) === true;
  if (!prepares && !driver.sends.includes(method)) return null;
  const [first] = args;
  const text = template ?? (first ? (textIn(first, driver, analysis) ?? first) : null);
  return asQuery(handle, sqlQuery(site, text, driver.dialect, analysis));
}

/** `query({ text: "…" })` */
function textIn(argument: Place, { textKeys = [] }: SqlDriver, analysis: Analysis): Place | null {
  const properties = analysis.properties(argument);
  const entry = properties?.entries.find(({ key }) => textKeys.includes(key));
  return entry?.value ?? null;
}
