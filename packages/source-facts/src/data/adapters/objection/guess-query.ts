import { spanOf, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import { writtenText } from "../../text/segments.js";
import { at, type Place } from "../../values/place.js";
import type { Value } from "../../values/value.js";
import type { UnknownCall } from "../adapter.js";
import { unbegun } from "../knex/builder.js";
import { asQuery, handleOf, queryOf } from "../query.js";
import { fetches } from "./operations.js";
import { objection } from "./objection.js";
import { queryStep } from "./query-step.js";

/**
 * What is a query by its shape, though nothing tells of which model: `row.$query()`,
 * `model.query().where(…)`, `query.withGraphFetched(…)`.
 */
export function guessQuery(site: UnknownCall, analysis: Analysis): Value | null {
  if (!analysis.world.uses("objection")) return null;
  const { method, receiver } = site;
  if (method === "$query" || method === "$relatedQuery") {
    return queryAt(site.place, `which model ${written(receiver)} is a row of is not known`);
  }
  if (fetches.has(method) && method.startsWith("with")) {
    const begun = begunQuery(receiver) ?? handleOf(objection, unbegun);
    return queryStep(begun, site, analysis);
  }
  const begun = method === "query" ? null : begunQuery(receiver);
  return begun && queryStep(begun, site, analysis);
}

/** `model.query(trx)`; what is given a text is no model. */
function begunQuery(receiver: Place) {
  const node = unwrap(receiver.node);
  if (node?.type !== "CallExpression") return null;
  const { method, args, receiver: model } = callSite(at(receiver, node));
  if (method !== "query" || args.length > 1 || !model) return null;
  if (args.some((each) => writtenText(each.node) !== null)) return null;
  return queryAt(at(receiver, node), `the model ${written(model)} is not known`);
}

function queryAt(place: Place, opaque: string) {
  return asQuery(handleOf(objection, "query"), queryOf(place, "select", { opaque }));
}

function written({ node, module }: Place): string {
  const { start, end } = spanOf(node);
  return `\`${module.source.text.slice(start, end).replaceAll(/\s+/gu, " ")}\``;
}
