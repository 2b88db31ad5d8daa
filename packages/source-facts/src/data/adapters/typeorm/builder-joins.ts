import { unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { tableOf, type Touch } from "../query.js";
import { aliasEntities, aliasPath, withAlias } from "./aliases.js";
import { accessOf, grown } from "./builder.js";
import { namedTouch } from "./named-table.js";
import { relationPath } from "./relation-path.js";
import { sqlTouch } from "./sql-touch.js";
import { targetOf } from "./target.js";
import { written } from "./written.js";

const joining = /^(?:left|inner)Join(?:AndSelect|AndMap(?:One|Many))?$/u;

export function isJoin(method: string): boolean {
  return joining.test(method);
}

/**
 * `leftJoin("order.lines", "line")`, `innerJoin(User, "u", "u.id = …")`, `leftJoin((qb) => …, "x")`;
 * those that map name a property first.
 */
export function joined(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [what, alias, condition] = site.method.includes("AndMap") ? site.args.slice(1) : site.args;
  if (!what) return handle;
  const on = condition ? sqlTouch(condition, analysis) : null;
  const next = withJoin(handle, what, alias, site, analysis);
  return on ? grown(next, site, on) : next;
}

function withJoin(
  handle: Handle,
  what: Place,
  alias: Place | undefined,
  site: CallSite,
  analysis: Analysis,
): Handle {
  const part = sqlTouch(what, analysis);
  if (part) return grown(handle, site, part);
  if (isFunction(what) && targetOf(what, analysis) === null) return handle;
  const path = targetOf(what, analysis) ? null : aliasPath(what, analysis);
  if (path && isRelation(handle, path.alias, path.path)) {
    return withRelation(handle, what, alias, site, analysis);
  }
  const { entity, ...named } = namedTouch(what, accessOf(handle), "join", analysis);
  return grown(withAlias(handle, alias, entity, analysis), site, named);
}

function isFunction({ node }: Place): boolean {
  const type = unwrap(node)?.type;
  return type === "ArrowFunctionExpression" || type === "FunctionExpression";
}

/** `"order.lines"`; a name that is no alias here may be a schema: `"billing.invoices"` */
function isRelation(handle: Handle, alias: string | null, path: string): boolean {
  const from = aliasEntities(handle, alias);
  return alias === null || from.length > 0 || path.includes(".");
}

/** A relation that a text names: `"order.lines"`. */
export function withRelation(
  handle: Handle,
  what: Place,
  alias: Place | undefined,
  site: CallSite,
  analysis: Analysis,
): Handle {
  const path = aliasPath(what, analysis);
  const unknown = (opaque: string): Touch => ({
    tables: [],
    isGeneric: handle.entity?.is !== "entity",
    opaque,
  });
  if (!path)
    return grown(handle, site, unknown(`its join \`${written(what)}\` is worked out when it runs`));
  for (const from of aliasEntities(handle, path.alias)) {
    const { relations } = relationPath(from, path.path);
    const tables = relations.flatMap(({ entity }) =>
      entity ? [tableOf(entity, accessOf(handle), "relation", what)] : [],
    );
    const last = relations.at(-1)?.entity ?? null;
    if (tables.length === 0) continue;
    const touches = { tables, isGeneric: false, opaque: null };
    return grown(withAlias(handle, alias, last, analysis), site, touches);
  }
  return grown(
    handle,
    site,
    unknown(`where its join \`${written(what)}\` leads is not known here`),
  );
}
