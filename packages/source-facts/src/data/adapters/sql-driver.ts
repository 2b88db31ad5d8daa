import type { SqlDialect } from "@domain-isolation/sql";
import type { Analysis } from "../analysis.js";
import type { Place } from "../values/place.js";
import type { External, Handle, Value } from "../values/value.js";
import type { Adapter, CallSite } from "./adapter.js";
import { asQuery, handleOf, sqlQuery, textsQuery, transactionId, withPart } from "./query.js";
import { sqlFragment } from "./sql-fragment.js";
import { beginsStatement, sqlWords } from "./sql-words.js";

/** A library that sends texts of SQL, as data. Names are of what it exports, or of methods. */
export interface SqlDriver {
  readonly library: string;
  readonly packages: readonly string[];
  readonly dialect: SqlDialect;
  /** What, when constructed, called, or as a type, is a client. `default` is the module itself. */
  readonly clients: readonly string[];
  /** Exports that are clients themselves. */
  readonly instances?: readonly string[];
  /** Types that are there without an import. */
  readonly globals?: readonly string[];
  /** Methods that take a text, or an object with one, as their first argument; `""` is the client. */
  readonly sends: readonly string[];
  /** Methods that give a prepared statement. */
  readonly prepares?: readonly string[];
  /** Methods, or properties, that give a client again; with a callback they hand it one. */
  readonly clientsOf?: readonly string[];
  /** Methods that hand a client within a transaction to a callback. */
  readonly transactions?: readonly string[];
  /** Methods that give a client for as long as a transaction lasts. */
  readonly opensTransaction?: readonly string[];
  /** Methods between which a client's transaction lasts. */
  readonly transactionMarks?: Adapter["transactionMarks"];
  /** Exports, or the client itself with `""`, that are a template's tag and send it. */
  readonly tags?: readonly string[];
  /** Exports, or methods of the client, that make a text without sending it. */
  readonly texts?: readonly string[];
  /** Functions that make such a tag: `sql.type(parser)`. */
  readonly textMakers?: readonly string[];
  /** Functions that quote an identifier: `sql.identifier(["users"])`. */
  readonly identifiers?: readonly string[];
  /** Functions that write columns, or a row, into a statement, where they quote no identifier. */
  readonly columns?: readonly string[];
  /** Functions of the module that give the module again: `sqlite3.verbose()`. */
  readonly modules?: readonly string[];
  /** Keys under which an object holds the text: `query({ text })`. */
  readonly textKeys?: readonly string[];
}

/** Makes an adapter of what is known of a driver. */
export function sqlDriver(driver: SqlDriver): Adapter {
  const { library, packages, sends, prepares = [], globals = [] } = driver;
  const again = new Set(driver.clientsOf);
  const inTransaction = new Set(driver.transactions);
  const isClient = (what: External) =>
    driver.clients.includes(nameOf(what)) || globals.includes(nameOf(what));
  const client = (): Handle => handleOf(adapter, "client");
  const adapter: Adapter = {
    library,
    packages,
    claims: (what) => what.module === "" && globals.includes(nameOf(what)),
    words: ({ uses }) => (packages.some(uses) ? driverWords(driver) : null),
    methods: new Set([...sends, ...prepares]),
    transactions: inTransaction,
    transactionMarks: driver.transactionMarks ?? new Map(),
    constructed: (what) => (isClient(what) ? client() : null),
    typed: (what) => (isClient(what) ? client() : null),
    called: (what, site, analysis) => {
      const name = nameOf(what);
      if (driver.modules?.includes(name)) return { ...what, path: [] };
      return (
        textOf(driver, adapter, name, what, site, analysis) ??
        taggedQuery(driver, name, client(), site, analysis) ??
        instanceCall(driver, what, client(), site, analysis) ??
        (isClient(what) ? client() : null)
      );
    },
    member: (handle, key) => (again.has(key) && !handle.query ? handle : null),
    invoked: (handle, site, analysis) => invoke(driver, handle, site, analysis),
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

/** What sends SQL, and what imports the driver: it may do no more than make a client. */
function driverWords({ packages, sends, prepares = [] }: SqlDriver): string {
  const names = packages.join("|").replaceAll(/[.]/gu, String.raw`\.`);
  return String.raw`${sqlWords([...sends, ...prepares])}|["'](?:${names})(?:/[^"'\n]*)?["']`;
}

function nameOf({ path }: External): string {
  return path.at(-1) ?? "default";
}

/** A method of a client, or the client itself, is called. */
function invoke(
  driver: SqlDriver,
  handle: Handle,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  if (handle.query) return null;
  const { method } = site;
  if (driver.opensTransaction?.includes(method)) {
    return { ...handle, transaction: transactionId(site.place) };
  }
  return (
    textOf(driver, handle.adapter, method, null, site, analysis) ??
    taggedQuery(driver, method, handle, site, analysis) ??
    (driver.clientsOf?.includes(method) ? handle : sent(driver, handle, site, analysis))
  );
}

/** "sql.query(…)", where `sql` is an export that is a client. */
function instanceCall(
  driver: SqlDriver,
  { path }: External,
  client: Handle,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  const instance = path.at(-2);
  if (instance === undefined || !driver.instances?.includes(instance)) return null;
  return invoke(driver, client, { ...site, method: path.at(-1) ?? "" }, analysis);
}

function textOf(
  driver: SqlDriver,
  adapter: Adapter,
  name: string,
  maker: External | null,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  const isMaker = driver.textMakers?.includes(name) === true;
  const isText = driver.texts?.includes(name) === true;
  const [first] = site.args;
  if (site.template) {
    return isText || isMaker ? sqlFragment(adapter, site, [driver.dialect], analysis) : null;
  }
  if (isMaker) return maker;
  if (!first) return null;
  if (isText) return { is: "text", place: first, holes: "unknown", isRaw: true };
  return quoted(driver, name, first, analysis);
}

/** What a library itself quotes: a name, or all that a row holds. */
function quoted(
  { identifiers, columns }: SqlDriver,
  name: string,
  argument: Place,
  analysis: Analysis,
): Value | null {
  const identifier = identifiers?.includes(name) ? identifierOf(argument, analysis) : null;
  return identifier ?? (columns?.includes(name) ? { is: "columns" } : null);
}

/** `sql("users")`, `sql.identifier(["public", "users"])` */
function identifierOf(argument: Place, analysis: Analysis): Value | null {
  const parts = analysis.elements(argument) ?? [argument];
  const names = parts.map((part) => analysis.constant(part));
  return names.every((each) => each !== null) ? { is: "identifier", names } : null;
}

/** "sql`SELECT …`"; a template that begins no statement is a part of one. */
function taggedQuery(
  { tags = [], dialect }: SqlDriver,
  name: string,
  handle: Handle,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  const { template } = site;
  if (!template || !tags.includes(name)) return null;
  if (!beginsStatement(template.node)) {
    return sqlFragment(handle.adapter, site, [dialect], analysis);
  }
  return asQuery(handle, sqlQuery(site, template, dialect, analysis));
}

function sent(driver: SqlDriver, handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method, args, template } = site;
  if (!driver.sends.includes(method) && !driver.prepares?.includes(method)) return null;
  const [first] = args;
  if (template || !first)
    return asQuery(handle, sqlQuery(site, template, driver.dialect, analysis));
  const texts = (analysis.elements(first) ?? [first]).map(
    (each) => textIn(each, driver, analysis) ?? each,
  );
  const query = textsQuery(site, texts, driver.dialect, analysis);
  const parts = texts.map((text) => analysis.handle(text));
  return asQuery(handle, parts.reduce(withPart, query));
}

/** `query({ text: "…" })` */
function textIn(argument: Place, { textKeys = [] }: SqlDriver, analysis: Analysis): Place | null {
  if (textKeys.length === 0) return null;
  const properties = analysis.properties(argument);
  return properties?.entries.find(({ key }) => textKeys.includes(key))?.value ?? null;
}
