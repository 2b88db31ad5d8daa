import { identifierName, keyName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, Value } from "../../values/value.js";
import type { UnknownCall } from "../adapter.js";
import { aliasPath } from "../class-orm/aliases.js";
import { isJoin } from "./builder-joins.js";
import { step } from "./builder-steps.js";
import { invokeClient } from "./client.js";
import { client } from "./exports.js";
import { entitiesIn, library } from "./library.js";
import { operations } from "./operations.js";
import { relationNamed } from "../class-orm/relation-path.js";

const repositories = new Set(["getRepository", "getTreeRepository"]);
const asked = new Set([...repositories, "createQueryBuilder"]);
const builderSteps = new Set(["from", "addFrom", "into", "relation"]);

/** A method of something unknown to which an entity of TypeORM's is handed, as a manager takes it. */
export function guess(site: UnknownCall, analysis: Analysis): Value | null {
  const { method, args } = site;
  const [first, second] = args;
  if (isJoin(method) && second) return guessJoin(site, analysis);
  if (repositories.has(method) && isNamedClient(site))
    return invokeClient(client(), site, analysis);
  if (!first || !isEntity(first, analysis)) return null;
  if (builderSteps.has(method)) return step({ ...client(), role: "query" }, site, analysis);
  const isOperation = second !== undefined && Object.hasOwn(operations, method);
  return asked.has(method) || isOperation ? invokeClient(client(), site, analysis) : null;
}

function isEntity(place: Place, analysis: Analysis): boolean {
  const entity = analysis.entity(place);
  return entity?.is === "entity" && entity.library === library;
}

/** `this.appDataSource`, `manager`: what has repositories, and is called what it is. */
function isNamedClient({ receiver }: UnknownCall): boolean {
  const node = unwrap(receiver.node);
  const name = node?.type === "MemberExpression" ? keyName(node, "property") : identifierName(node);
  return /(?:dataSource|entityManager|ormManager)$/iu.test(name ?? "");
}

/** `query.leftJoin("product.variants", "variant")`, where Product has variants; `innerJoin(User, "u")` */
function guessJoin(site: UnknownCall, analysis: Analysis): Value | null {
  const [first] = site.args;
  const isOurs = first !== undefined && isEntity(first, analysis);
  const entity = isOurs || !first ? null : aliasedEntity(first, analysis);
  if (!isOurs && !entity) return null;
  return step({ ...client(), role: "query", entity }, site, analysis);
}

/** The entity whose name an alias is, if it has the relation behind it. */
function aliasedEntity(place: Place, analysis: Analysis): Entity | null {
  const path = aliasPath(place, analysis);
  const entity = path?.alias ? entitiesIn(analysis).called(path.alias) : null;
  return entity && path && relationNamed(entity, path.path, entitiesIn(analysis)) ? entity : null;
}
