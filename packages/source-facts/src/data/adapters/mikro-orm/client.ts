import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { madeRow } from "../class-orm/row-entity.js";
import { targetOf } from "../class-orm/target.js";
import { likelyDialects } from "../likely-dialects.js";
import { namingPlace } from "../naming-place.js";
import { asQuery, queryOf } from "../query.js";
import { sentText } from "../sent-text.js";
import { beginSelect } from "./builder.js";
import { entitiesIn } from "./library.js";
import { operations, rowMakers } from "./operations.js";
import { operationQuery, rowsQuery } from "./statements.js";

/** They give a manager, or a connection, again. */
const again = new Set([
  ...["fork", "getContext", "getConnection", "getDriver", "getEntityManager", "connect"],
  ...["clear", "begin", "commit", "rollback"],
]);
const repositories = new Set(["getRepository", "repo"]);
const builders = new Set(["createQueryBuilder", "qb"]);

/** An entity manager, or what leads to one, is asked for something. */
export function invokeClient(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method, args } = site;
  const [first] = args;
  if (again.has(method)) return { ...handle, query: null };
  if (method === "flush") return flushed(handle, site);
  if (method === "getKysely") return { ...handle, role: "kysely", query: null };
  if (method === "getKnex") return knexClient(analysis);
  if (method === "execute") return first ? executed(handle, first, site, analysis) : null;
  if (!first) return null;
  if (repositories.has(method)) return repositoryOf(handle, first, analysis);
  if (builders.has(method)) return beginSelect(handle, site, analysis);
  if (rowMakers.has(method)) return madeRow(targetOf(first, entitiesIn(analysis), analysis));
  return entityOperation(handle, first, site, analysis);
}

/** What rows were given besides, no call tells; behind `persist(user)` that is what it is for. */
function flushed(handle: Handle, site: CallSite): Handle {
  if (handle.query) return { ...handle, role: "sent" };
  const opaque = "a flush writes whatever was changed before it";
  return asQuery(handle, queryOf(site.place, site.method, { opaque, isDone: true }), "sent");
}

/** `em.execute("SELECT …")`, `em.getConnection().execute(…)` */
function executed(handle: Handle, text: Place, site: CallSite, analysis: Analysis): Handle {
  return asQuery(handle, sentText(site, text, likelyDialects(analysis.world), analysis), "sent");
}

/** The client of Knex that stands behind, if Knex is known in this repository. */
export function knexClient({ adapters, ...analysis }: Analysis): Value | null {
  const knex = adapters.find(({ library }) => library === "knex");
  const what = { is: "external", module: "knex", path: ["Knex"] } as const;
  return knex?.typed?.(what, [], { adapters, ...analysis }) ?? null;
}

/** The repository of an entity, named where the code does. */
export function repositoryOf(handle: Handle, target: Place, analysis: Analysis): Handle {
  const entity = targetOf(target, entitiesIn(analysis), analysis);
  const named = namingPlace(target, analysis);
  return { ...handle, role: "repository", entity, named, query: null };
}

/** `em.find(User, …)`, `em.persist(user)` */
function entityOperation(
  handle: Handle,
  first: Place,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  const operation = Object.hasOwn(operations, site.method) ? operations[site.method] : undefined;
  if (!operation) return null;
  const entity = targetOf(first, entitiesIn(analysis), analysis);
  if (operation.takesRow && entity?.is !== "entity") {
    const rows = rowsQuery(handle, operation, site.args, site, analysis);
    if (rows) return rows;
  }
  const named = namingPlace(first, analysis);
  const about = { ...handle, entity, named };
  return operationQuery(about, named, operation, site.args.slice(1), site, analysis);
}
