import type { Analysis } from "../../analysis.js";
import type { Value } from "../../values/value.js";
import type { UnknownCall } from "../adapter.js";
import { invokeClient } from "./client.js";
import { client } from "./exports.js";
import { library } from "./library.js";
import { operations } from "./operations.js";

const asked = new Set(["getRepository", "createQueryBuilder", "qb", "findAll", "create"]);

/** A method of something unknown to which an entity of MikroORM's is handed, as a manager takes it. */
export function guess(site: UnknownCall, analysis: Analysis): Value | null {
  const { method, args } = site;
  const [first, second] = args;
  const entity = first ? analysis.entity(first) : null;
  if (entity?.is !== "entity" || entity.library !== library) return null;
  const isOperation = second !== undefined && Object.hasOwn(operations, method);
  return asked.has(method) || isOperation ? invokeClient(client(), site, analysis) : null;
}
