import type { SqlDialect } from "@domain-isolation/sql";
import { childOf, identifierName, unwrap } from "../../../syntax/node.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import type { Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { likelyDialects } from "../likely-dialects.js";
import { handleOf, transactionId } from "../query.js";

/** What gives a client again: https://kysely-org.github.io/kysely-apidoc/classes/Kysely.html */
const again = new Set(["withPlugin", "withoutPlugins", "withTables"]);

/** What gives something that gives a client when it is executed. */
const opening: Readonly<Record<string, string | undefined>> = {
  transaction: "transaction",
  connection: "connection",
  startTransaction: "controlled",
  savepoint: "same",
  rollbackToSavepoint: "same",
  releaseSavepoint: "same",
};

/** `new Kysely<Database>({ dialect, plugins })` remembers what it was made with. */
export function madeClient(
  client: Handle,
  { args: [options] }: CallSite,
  analysis: Analysis,
): Handle {
  const configuration = options && analysis.evaluate(options);
  return configuration ? { ...client, memory: { configuration } } : client;
}

/** A method of a client that makes no statement. */
export function clientMethod(handle: Handle, site: CallSite): Value | null {
  const { method, args } = site;
  const role = Object.hasOwn(opening, method) ? opening[method] : undefined;
  if (role !== undefined) return { ...handle, role };
  if (again.has(method)) return handle;
  const [name] = args;
  if (method !== "withSchema" || !name) return null;
  const schema = { is: "text", place: name, holes: "unknown" } as const;
  return { ...handle, memory: { ...handle.memory, schema } };
}

/** `db.startTransaction().execute()`: others take a callback, and give what that does. */
export function openedClient(handle: Handle, { method, place }: CallSite): Value | null {
  if (method !== "execute") return handle;
  const client = handleOf(handle.adapter, "client", { memory: handle.memory });
  if (handle.role === "controlled") return { ...client, transaction: transactionId(place) };
  return handle.role === "same" ? { ...client, transaction: handle.transaction } : null;
}

/** The schema that is put before names that have none. */
export function schemaOf({ memory: { schema } }: Handle, analysis: Analysis): string | null {
  return schema?.is === "text" ? analysis.constant(schema.place) : null;
}

/** By the dialect that the client was made with, where that is known. */
export function dialectsOf(handle: Handle, analysis: Analysis): readonly SqlDialect[] {
  const likely = likelyDialects(analysis.world);
  const made = configured(handle, "dialect", analysis);
  const name = made ? (identifierName(childOf(made, "callee")) ?? "") : "";
  const told = dialectNamed(name);
  return told ? [told, ...likely.filter((each) => each !== told)] : likely;
}

function dialectNamed(name: string): SqlDialect | null {
  if (/postgres|pg|neon/iu.test(name)) return "postgresql";
  if (/sqlite|libsql|d1/iu.test(name)) return "sqlite";
  return /mysql|planetscale/iu.test(name) ? "mysql" : null;
}

/** What stands under a key of a client's configuration; undefined where that isn't known. */
export function configured(
  { memory: { configuration } }: Handle,
  key: string,
  analysis: Analysis,
): SyntaxNode | null | undefined {
  if (configuration?.is !== "object") return undefined;
  const properties = analysis.properties(configuration.place);
  const entry = properties?.entries.findLast((each) => each.key === key);
  return entry ? unwrap(entry.value.node) : properties?.opaque === null ? null : undefined;
}
