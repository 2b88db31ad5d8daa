import { entitiesIn } from "./library.js";
import { childOf, childrenOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { instanceOf } from "../../evaluate/instance.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { likelyDialects } from "../likely-dialects.js";
import { namingPlace } from "../naming-place.js";
import { added, asQuery, queryOf, sqlQuery, touch } from "../query.js";
import { sentText } from "../sent-text.js";
import { beginSelect } from "./builder.js";
import { operations, rowMakers, type Operation } from "./operations.js";
import { runnerOf } from "./runner.js";
import { rowEntity, madeRow, givingRows } from "../class-orm/row-entity.js";
import { defining, definition } from "./schema-calls.js";
import { operationQuery } from "./statements.js";
import { targetOf } from "../class-orm/target.js";

/** They give a connection, a manager or a runner again. */
const again = new Set(["createEntityManager", "getManager", "initialize", "connect", "setOptions"]);
const repositories = new Set(["getRepository", "getTreeRepository"]);

/** They are given a class, or the repository of one. */
const taking = new Set([...repositories, ...rowMakers, "getCustomRepository", "withRepository"]);

/** A data source, an entity manager or a query runner is asked for something. */
export function invokeClient(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method, args } = site;
  const [first] = args;
  if (method === "createQueryRunner") return runnerOf(handle, site);
  if (again.has(method)) return handle;
  if (taking.has(method)) return first ? takingOne(handle, method, first, analysis) : null;
  if (method === "createQueryBuilder") return beginSelect(handle, site, analysis);
  if (defining.has(method)) return definition(handle, site, analysis);
  return sentSql(handle, site, analysis) ?? entityOperation(handle, site, analysis);
}

function takingOne(handle: Handle, method: string, given: Place, analysis: Analysis): Value | null {
  if (repositories.has(method)) return repositoryOf(handle, given, analysis);
  return rowMakers.has(method)
    ? madeRow(targetOf(given, entitiesIn(analysis), analysis))
    : customRepository(handle, given, analysis);
}

/** `query("SELECT …")`, "sql`SELECT …`" */
export function sentSql(handle: Handle, site: CallSite, analysis: Analysis): Handle | null {
  const { method, template, args } = site;
  const dialects = likelyDialects(analysis.world);
  if (method === "sql" && template) {
    const query = sqlQuery(site, template, dialects[0] ?? "postgresql", analysis);
    return asQuery(handle, query, handle.role);
  }
  const [text] = args;
  if ((method !== "query" && method !== "stream") || !text) return null;
  return asQuery(handle, sentText(site, text, dialects, analysis), handle.role);
}

/** The repository of an entity, named where the code does. */
export function repositoryOf(handle: Handle, target: Place, analysis: Analysis): Handle {
  const entity = targetOf(target, entitiesIn(analysis), analysis);
  const named = namingPlace(target, analysis);
  return { ...handle, role: "repository", entity, named };
}

/** A repository of our own, with the manager of a transaction. */
function customRepository(handle: Handle, argument: Place, analysis: Analysis): Value | null {
  const value = analysis.evaluate(argument);
  if (value?.is === "handle") return { ...value, transaction: handle.transaction };
  return value?.is === "class" ? instanceOf(value.place, value.place, analysis) : value;
}

/** `manager.find(User, …)`, `manager.save(user)` */
function entityOperation(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const operation = Object.hasOwn(operations, site.method) ? operations[site.method] : undefined;
  const [first, ...rest] = site.args;
  if (!operation || !first) return null;
  const entity = targetOf(first, entitiesIn(analysis), analysis);
  if (operation.takesRow && entity?.is !== "entity") {
    const rows = rowsQuery(handle, operation, first, site, analysis);
    if (rows) return rows;
  }
  const named = namingPlace(first, analysis);
  return operationQuery({ ...handle, entity, named }, named, operation, rest, site, analysis);
}

/** `manager.save(user)`, `manager.remove([user, profile])`: their classes tell the tables. */
function rowsQuery(
  handle: Handle,
  { access }: Operation,
  argument: Place,
  site: CallSite,
  analysis: Analysis,
): Handle | null {
  const rows = (analysis.elements(argument) ?? [argument]).map((place) => ({
    place,
    entity: rowEntity(place, analysis) ?? statedRow(site, analysis),
  }));
  if (rows.every(({ entity }) => !entity)) return null;
  const query = rows.reduce(
    (all, { entity, place }) =>
      added(
        all,
        touch(entity, access, "direct", place, "the class of one of its rows is not known"),
      ),
    queryOf(site.place, site.method, { isDone: true }),
  );
  return asQuery(givingRows(handle, rows[0]?.entity ?? null, "one"), query, handle.role);
}

/** `manager.save<User>(row)` */
function statedRow({ place }: CallSite, analysis: Analysis): Entity | null {
  const given = childOf(place.node, "typeArguments") ?? childOf(place.node, "typeParameters");
  const [type] = given ? childrenOf(given, "params") : [];
  const value = type ? analysis.evaluateType(at(place, type)) : null;
  return value?.is === "instance" ? analysis.entityAt(value.class) : null;
}
