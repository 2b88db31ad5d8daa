import type { Analysis } from "../../analysis.js";
import type { Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { handlePlace } from "../naming-place.js";
import { beginSelect } from "./builder.js";
import { sentSql } from "./client.js";
import { operations, rowMakers } from "./operations.js";
import { madeRow } from "../class-orm/row-entity.js";
import { operationQuery } from "./statements.js";

const builders = new Set([
  "createQueryBuilder",
  "createDescendantsQueryBuilder",
  "createAncestorsQueryBuilder",
]);

/** https://typeorm.io/docs/working-with-entity-manager/repository-api */
export function invokeRepository(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method, args } = site;
  if (method === "extend") return handle;
  if (builders.has(method)) return beginSelect(handle, site, analysis);
  if (rowMakers.has(method)) return madeRow(handle.entity);
  const operation = Object.hasOwn(operations, method) ? operations[method] : undefined;
  if (!operation) return sentSql(handle, site, analysis);
  return operationQuery(
    handle,
    handlePlace(handle, site, analysis),
    operation,
    args,
    site,
    analysis,
  );
}
