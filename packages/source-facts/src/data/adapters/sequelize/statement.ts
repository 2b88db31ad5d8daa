import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle, NamedTable, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { handlePlace } from "../naming-place.js";
import { asQuery, queryOf, tableOf } from "../query.js";
import { readInclude, type Reading } from "./include.js";
import { entriesOf, type Entries } from "./model-class.js";
import type { Model } from "./models.js";
import type { Operation } from "./operations.js";
import { givenRows } from "./rows.js";
import { readScopes } from "./scopes.js";

/** What an operation of a model, or of a row of it, sends. */
export function statementOf(
  handle: Handle,
  model: Model,
  operation: Operation,
  site: CallSite,
  analysis: Analysis,
): Handle {
  const named = handlePlace(handle, site, analysis);
  const own = tableOf(model, operation.access, "direct", named);
  const includes = site.method === "create" || site.method === "bulkCreate" ? "write" : "read";
  const reading: Reading = {
    analysis,
    access: includes,
    tables: [own],
    named: null,
    opaque: null,
    depth: 0,
  };
  const options = site.args[operation.options];
  const entries = readOptions(model, options, operation, reading);
  if (operation.access === "read" && handle.role === "model") {
    readScopes(model, handle.memory, named, reading);
  }
  const tables = lockedBy(entries, reading.tables, analysis);
  const query = queryOf(site.place, site.method, { tables, opaque: reading.opaque, isDone: true });
  const transaction = transactionIn(entries, analysis) ?? handle.transaction;
  return { ...asQuery(handle, query), transaction, memory: rowsIn(model, operation, handle) };
}

function rowsIn(
  model: Model,
  { gives }: Operation,
  { adapter }: Handle,
): Readonly<Record<string, Value>> {
  const rows = gives ? givenRows(model, gives, adapter) : null;
  return rows ? { rows } : {};
}

/** The options; those of which nothing is known may include anything in what is read. */
function readOptions(
  model: Model,
  options: Place | undefined,
  { access }: Operation,
  reading: Reading,
): Entries {
  const { analysis } = reading;
  if (!options) return [];
  const properties = analysis.properties(options);
  const unknown = properties ? properties.opaque : unknownOptions(options);
  if (access === "read") reading.opaque ??= unknown;
  const entries = properties?.entries ?? [];
  const include = entries.findLast(({ key }) => key === "include");
  if (include) readInclude(model, include.value, reading);
  return entries;
}

function unknownOptions({ node }: Place): string | null {
  const isNothing = node.type === "Literal" || node.name === "undefined";
  return isNothing ? null : "its options are worked out when it runs";
}

/** `{ transaction: t }` */
export function transactionIn(entries: Entries, analysis: Analysis): string | null {
  const entry = entries.findLast(({ key }) => key === "transaction");
  return (entry && analysis.handle(entry.value)?.transaction) ?? null;
}

/** `{ lock: t.LOCK.UPDATE }`, `{ lock: { level, of: Order } }` */
function lockedBy(
  entries: Entries,
  tables: readonly NamedTable[],
  analysis: Analysis,
): readonly NamedTable[] {
  const lock = entries.findLast(({ key }) => key === "lock");
  if (!lock || lock.value.node.value === false || isPlainNothing(lock.value)) return tables;
  const of = entriesOf(lock.value, analysis).find(({ key }) => key === "of");
  const only = of && analysis.entity(of.value);
  return tables.map((table) => {
    const isLocked = table.access === "read" && (!only || table.entity === only);
    return isLocked ? { ...table, access: "lock" } : table;
  });
}

function isPlainNothing({ node }: Place): boolean {
  return node.type === "Identifier" && node.name === "undefined";
}
