import type { Analysis } from "../../analysis.js";
import type { Entity, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { handlePlace } from "../naming-place.js";
import { asQuery, queryOf, tableOf } from "../query.js";
import { client } from "./exports.js";
import { rowOperations } from "./operations.js";
import { invokeRepository } from "./repository.js";

/** `User.find()`: https://typeorm.io/docs/guides/active-record-data-mapper */
export function statically(entity: Entity, site: CallSite, analysis: Analysis): Value | null {
  const repository = { ...client(), role: "repository", entity };
  if (site.method === "getRepository") {
    return { ...repository, named: handlePlace(repository, site, analysis) };
  }
  return invokeRepository(repository, site, analysis);
}

/** `user.save()` */
export function calledOnRow(entity: Entity, site: CallSite, analysis: Analysis): Value | null {
  const access = Object.hasOwn(rowOperations, site.method) ? rowOperations[site.method] : undefined;
  if (!access) return null;
  const row = { ...client(), role: "repository", entity };
  const table = tableOf(entity, access, "direct", handlePlace(row, site, analysis));
  const query = queryOf(site.place, site.method, { tables: [table], isDone: true });
  return asQuery(row, query, row.role);
}
