import type { Analysis } from "../../analysis.js";
import type { Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { madeRow } from "../class-orm/row-entity.js";
import { handlePlace } from "../naming-place.js";
import { beginSelect } from "./builder.js";
import { invokeClient, knexClient } from "./client.js";
import { operations, rowMakers } from "./operations.js";
import { operationQuery, rowsQuery } from "./statements.js";

const builders = new Set(["createQueryBuilder", "qb"]);

/** https://mikro-orm.io/docs/repositories */
export function invokeRepository(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method, args } = site;
  if (builders.has(method)) return beginSelect(handle, site, analysis);
  if (method === "getKnex") return knexClient(analysis);
  if (method === "getEntityManager") {
    return { ...handle, role: "client", entity: null, named: null, query: null };
  }
  if (method === "flush") {
    return invokeClient({ ...handle, role: "client", entity: null, named: null }, site, analysis);
  }
  if (rowMakers.has(method)) return madeRow(handle.entity);
  const operation = Object.hasOwn(operations, method) ? operations[method] : undefined;
  if (!operation) return null;
  const rows = operation.takesRow ? rowsQuery(handle, operation, args, site, analysis) : null;
  const given = operation.takesRow && operation.args.length > 0 ? args.slice(1) : args;
  return (
    rows ??
    operationQuery(handle, handlePlace(handle, site, analysis), operation, given, site, analysis)
  );
}
