import { identifierName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Handle, Query } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { asQuery, queryOf, withPart } from "../query.js";
import { databaseName } from "./casing.js";
import { begunAt, naming, withCte } from "./ctes.js";
import { withSource, type Usage } from "./sources.js";

const written: Usage = { access: "write", via: "direct" };
const read: Usage = { access: "read", via: "direct" };
const joined: Usage = { access: "read", via: "join" };

/** Methods with which a statement begins: https://kysely-org.github.io/kysely-apidoc/classes/QueryCreator.html */
export const beginning: Readonly<Record<string, Usage | undefined>> = {
  selectFrom: read,
  insertInto: written,
  replaceInto: written,
  updateTable: written,
  deleteFrom: written,
  mergeInto: written,
};

/** Methods that name a table beside it. */
const joining: ReadonlySet<string> = new Set([
  ...["innerJoin", "leftJoin", "rightJoin", "fullJoin", "crossJoin"],
  ...["innerJoinLateral", "leftJoinLateral", "crossJoinLateral", "crossApply", "outerApply"],
  ...["from", "using"],
]);

const locking = new Set(["forUpdate", "forShare", "forNoKeyUpdate", "forKeyShare"]);

const sending = new Set([
  ...["execute", "executeTakeFirst", "executeTakeFirstOrThrow", "stream", "explain"],
  ...["then", "catch", "finally"],
]);

/** Methods whose calls say something of a statement. */
export const builderMethods: readonly string[] = [
  ...Object.keys(beginning),
  ...joining,
  ...locking,
  ...naming,
  ...["selectNoFrom", "executeTakeFirst", "executeTakeFirstOrThrow"],
  // They may be given a subquery in a variable.
  ...["where", "having", "expression", "$if", "$call"],
  ...["union", "unionAll", "intersect", "intersectAll", "except", "exceptAll"],
];

/** A call that begins a statement; null where it does not. */
export function begin(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const { method, args, place } = site;
  if (naming.has(method)) return withCte(handle, site, analysis);
  const query = begunAt(place, handle, method) ?? queryOf(place, method);
  if (method === "selectNoFrom") return asQuery(handle, query);
  const usage = Object.hasOwn(beginning, method) ? beginning[method] : undefined;
  const [source] = args;
  if (!usage || !source) return null;
  return asQuery(handle, withSource(query, source, usage, handle, analysis));
}

/** A call on a statement in the making, or on a builder that a function was given. */
export function builderStep(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const { method, args, place } = site;
  const [source] = args;
  if (joining.has(method) && source) {
    const query = handle.query ?? queryOf(place, method);
    return asQuery(handle, withSource(query, source, joined, handle, analysis));
  }
  const { query } = handle;
  if (!query) return handle;
  if (locking.has(method)) return asQuery(handle, locked(query, source, handle, analysis));
  const given = args.flatMap((each) => variable(each, analysis) ?? []).reduce(withPart, query);
  return asQuery(handle, sending.has(method) ? { ...given, isDone: true } : given);
}

/** A subquery in a variable; others stand in the statement, and are found there. */
function variable(argument: Place, analysis: Analysis): Handle | null {
  const node = unwrap(argument.node);
  return node && identifierName(node) !== null ? analysis.handle(at(argument, node)) : null;
}

/** `forUpdate()` locks all that is read, `forUpdate(["users"])` what it names. */
function locked(query: Query, of: Place | undefined, handle: Handle, analysis: Analysis): Query {
  const named = of && (analysis.elements(of) ?? [of]).map((each) => analysis.constant(each));
  const names = named?.map((each) => each && databaseName(each, handle, analysis));
  const tables = query.tables.map((table) =>
    table.access === "read" && (names?.includes(table.name) ?? true)
      ? { ...table, access: "lock" as const }
      : table,
  );
  return { ...query, tables };
}
