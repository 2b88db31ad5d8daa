import type { Analysis } from "../../analysis.js";
import type { Entity, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { handlePlace } from "../naming-place.js";
import { handleOf } from "../query.js";
import { isModel, type Model } from "./models.js";
import { operations } from "./operations.js";
import { modelRow } from "./rows.js";
import { withScopes, withoutScopes } from "./scopes.js";
import { statementOf } from "./statement.js";

/** `User.findAll()` */
export function statically(
  entity: Entity,
  site: CallSite,
  analysis: Analysis,
  adapter: Adapter,
): Value | null {
  if (!isModel(entity)) return null;
  const handle = handleOf(adapter, "model", { entity });
  return invokeModel({ ...handle, named: handlePlace(handle, site, analysis) }, site, analysis);
}

/** A method of a model, or of one in some scope. */
export function invokeModel(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method, args } = site;
  const model = handle.entity?.is === "entity" && isModel(handle.entity) ? handle.entity : null;
  if (!model) return null;
  switch (method) {
    case "scope":
      return withScopes(handle, args, analysis);
    case "unscoped":
      return withoutScopes(handle);
    case "schema":
      return inSchema(handle, model, site, analysis);
    case "build":
      return modelRow(model, handle.adapter);
    default: {
      const operation = Object.hasOwn(operations, method) ? operations[method] : undefined;
      return operation ? statementOf(handle, model, operation, site, analysis) : null;
    }
  }
}

function inSchema(handle: Handle, model: Model, { args: [name] }: CallSite, analysis: Analysis) {
  const schema = name ? analysis.constant(name) : null;
  return schema === null ? handle : { ...handle, entity: { ...model, schema } };
}
