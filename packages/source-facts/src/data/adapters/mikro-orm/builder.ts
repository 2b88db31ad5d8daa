import { identifierName, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import { at } from "../../values/place.js";
import type { Handle, Query } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { withAlias } from "../class-orm/aliases.js";
import { targetOf } from "../class-orm/target.js";
import { handlePlace, namingPlace } from "../naming-place.js";
import { added, asQuery, queryOf, touch, withPart, type Touch } from "../query.js";
import { entitiesIn } from "./library.js";
import { unknownEntity } from "./statements.js";

/** `em.createQueryBuilder(User, "u")`, `repository.qb("u")`: https://mikro-orm.io/docs/query-builder */
export function beginSelect(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [first, second] = site.args;
  const isRepository = handle.role === "repository";
  const target = isRepository ? null : (first ?? null);
  const alias = isRepository ? first : second;
  const entity = target ? targetOf(target, entitiesIn(analysis), analysis) : handle.entity;
  const named = target ? namingPlace(target, analysis) : handle.named;
  const about = { ...handle, entity, named };
  const table = target ? namingPlace(target, analysis) : handlePlace(handle, site, analysis);
  const part = target ? analysis.handle(target) : null;
  const query = queryOf(site.place, "select");
  if (part?.query) return asQuery({ ...about, entity: null }, withPart(query, part));
  const own = touch(entity, "read", "direct", table, unknownEntity(about));
  const known = entity?.is === "entity" ? entity : null;
  return asQuery(withAlias(about, alias, known, analysis), added(query, own));
}

export function accessOf({ query }: Handle): "read" | "lock" {
  return query?.tables.some(({ access }) => access === "lock") ? "lock" : "read";
}

export function grown(handle: Handle, site: CallSite, told: Touch): Handle {
  const isNothing = told.tables.length + (told.parts?.length ?? 0) === 0 && told.opaque === null;
  return isNothing ? handle : asQuery(handle, added(queryAt(handle, site), told));
}

/** Of a builder that is a parameter, the parameter: all that is added to it is one statement. */
export function queryAt({ query }: Handle, { place }: CallSite): Query {
  if (query) return query;
  const { receiver } = callSite(place);
  const name = receiver && identifierName(unwrap(receiver.node));
  const [declaration] = name ? lookUp(name, place.scope) : [];
  const root = declaration?.kind === "parameter" ? at(place, declaration.node) : place;
  return queryOf(root, "select");
}
