import type { TableAccess } from "@domain-isolation/model";
import { identifierName, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Handle, Query } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { handlePlace } from "../naming-place.js";
import { added, asQuery, queryOf, touch, type Touch } from "../query.js";
import { withAlias } from "../class-orm/aliases.js";
import { namedTouch } from "./named-table.js";
import { unknownTable } from "./statements.js";

/** `manager.createQueryBuilder(User, "u")`, `repository.createQueryBuilder("u")` */
export function beginSelect(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const { args, place } = site;
  const begun = asQuery(handle, queryOf(place, "select"));
  const [first, second] = args;
  if (handle.role === "repository") {
    const { entity } = handle;
    const table = handlePlace(handle, site, analysis);
    const own = touch(entity, "read", "direct", table, unknownTable(handle));
    const known = entity?.is === "entity" ? entity : null;
    return grown(withAlias(begun, first, known, analysis), site, own);
  }
  const target = first && !analysis.handle(first) ? first : null;
  return target ? withTable({ ...begun, entity: null }, target, second, site, analysis) : begun;
}

/** A builder with the table that it is about. */
export function withTable(
  handle: Handle,
  target: Place,
  alias: Place | undefined,
  site: CallSite,
  analysis: Analysis,
): Handle {
  const { entity, ...named } = namedTouch(target, accessOf(handle), "direct", analysis);
  const [table] = named.tables;
  const about = handle.entity ? handle : { ...handle, entity, named: table?.place ?? target };
  return grown(withAlias(about, alias, entity, analysis), site, named);
}

const writing = new Set(["insert", "update", "delete", "softDelete", "restore"]);

/** What a builder does with the tables that it names from here on. */
export function accessOf({ query }: Handle): TableAccess {
  if (!query) return "read";
  if (writing.has(query.operation)) return "write";
  return query.tables.some(({ access }) => access === "lock") ? "lock" : "read";
}

/** A builder with what a step adds; one that is only handed on begins where it first adds something. */
export function grown(handle: Handle, site: CallSite, step: Touch): Handle {
  const { tables, opaque, parts = [] } = step;
  const isNothing = tables.length === 0 && parts.length === 0 && opaque === null;
  if (isNothing) return handle;
  return asQuery(handle, added(queryAt(handle, site), step));
}

export function queryAt({ query }: Handle, site: CallSite): Query {
  return query ?? queryOf(handedAt(site), "select");
}

/** Of a builder that is a parameter, the parameter: all that is added to it is one statement. */
function handedAt({ place }: CallSite): Place {
  const { receiver } = callSite(place);
  const name = receiver && identifierName(unwrap(receiver.node));
  const [declaration] = name ? lookUp(name, place.scope) : [];
  return declaration?.kind === "parameter" ? at(place, declaration.node) : place;
}
