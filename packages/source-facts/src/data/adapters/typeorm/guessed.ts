import type { Analysis } from "../../analysis.js";
import type { Value } from "../../values/value.js";
import type { UnknownCall } from "../adapter.js";
import { isJoin } from "./builder-joins.js";
import { step } from "./builder-steps.js";
import { client } from "./exports.js";
import { invokeClient } from "./client.js";
import { library } from "./library.js";
import { operations } from "./operations.js";

const asked = new Set(["getRepository", "getTreeRepository", "createQueryBuilder"]);
const builderSteps = new Set(["from", "addFrom", "into", "relation"]);

/** A method of something unknown to which an entity of TypeORM's is handed, as a manager takes it. */
export function guess(site: UnknownCall, analysis: Analysis): Value | null {
  const { method, args } = site;
  const [first, second] = args;
  const entity = first ? analysis.entity(first) : null;
  if (entity?.is !== "entity" || entity.library !== library) return null;
  if (asked.has(method)) return invokeClient(client(), site, analysis);
  if (builderSteps.has(method) || (isJoin(method) && second)) {
    return step({ ...client(), role: "query" }, site, analysis);
  }
  const isOperation = Object.hasOwn(operations, method) && second !== undefined;
  return isOperation ? invokeClient(client(), site, analysis) : null;
}
