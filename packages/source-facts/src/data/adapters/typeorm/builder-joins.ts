import { entitiesIn } from "./library.js";
import { unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { tableOf } from "../query.js";
import { aliasEntity, aliasPath, withAlias } from "../class-orm/aliases.js";
import { accessOf, grown } from "./builder.js";
import { namedTouch } from "./named-table.js";
import { relationPath } from "../class-orm/relation-path.js";
import { sqlTouch } from "../class-orm/sql-touch.js";
import { targetOf } from "../class-orm/target.js";
import { written } from "../class-orm/written.js";

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
  const target = targetOf(what, entitiesIn(analysis), analysis);
  if (isFunction(what) && !target) return withAlias(handle, alias, null, analysis);
  if (!target && isPath(what, analysis)) {
    return withRelation(handle, what, alias, site, analysis);
  }
  const { entity, ...named } = namedTouch(what, accessOf(handle), "join", analysis);
  return grown(withAlias(handle, alias, entity, analysis), site, named);
}

function isFunction({ node }: Place): boolean {
  const type = unwrap(node)?.type;
  return type === "ArrowFunctionExpression" || type === "FunctionExpression";
}

/** `"order.lines"`; a table with its schema is one of a schema that entities have. */
function isPath(what: Place, analysis: Analysis): boolean {
  const path = aliasPath(what, analysis);
  return path !== null && (path.alias === null || !entitiesIn(analysis).hasSchema(path.alias));
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
  const from = path && aliasEntity(handle, path.alias, what, analysis);
  const relations = from ? relationPath(from, path.path, entitiesIn(analysis)).relations : [];
  const tables = relations.flatMap(({ entity }) =>
    entity ? [tableOf(entity, accessOf(handle), "relation", what)] : [],
  );
  const last = relations.at(-1)?.entity ?? null;
  const opaque = `where its join ${written(what)} leads is not known here`;
  const isGeneric = handle.entity?.is !== "entity";
  return grown(
    withAlias(handle, alias, last, analysis),
    site,
    last ? { tables, isGeneric: false, opaque: null } : { tables: [], isGeneric, opaque },
  );
}
