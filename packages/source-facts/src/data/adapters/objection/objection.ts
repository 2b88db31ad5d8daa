import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { External, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { unbegun } from "../knex/builder.js";
import { builderMethods } from "../knex/builder-methods.js";
import { callbackHandle } from "../knex/callback-handle.js";
import { knex } from "../knex/knex.js";
import { rawHandle } from "../knex/raw.js";
import { handleOf, transactionId } from "../query.js";
import { rowsHanded, rowsInvoked, rowsMember } from "../rows.js";
import { guessQuery } from "./guess-query.js";
import { modelOf } from "./models.js";
import { calledOnModel, calledOnRow } from "./models-called.js";
import { fetches, modelMethods, operations, rowMethods } from "./operations.js";
import { queryStep } from "./query-step.js";

/** Objection.js: https://vincit.github.io/objection.js/ */
export const objection: Adapter = {
  library: "objection",
  packages: ["objection"],
  words: ({ uses }) => (uses("objection") ? words : null),
  methods: new Set([
    ...[...builderMethods, ...Object.keys(operations), ...fetches],
    ...[...modelMethods, ...rowMethods, "raw", "allowGraph", "for"],
  ]),
  called,
  typed,
  member: (handle, key) => (handle.role === "rows" ? rowsMember(handle, key) : null),
  invoked: (handle, site, analysis) => {
    if (handle.role === "rows") return rowsInvoked(handle, site);
    if (handle.role === "raw" || handle.role === "clause") return handle;
    return queryStep(handle, site, analysis);
  },
  handed: (handle, site, { argument, parameter }) => {
    if (handle.role === "rows") return rowsHanded(handle, site, parameter);
    if (site.method === "modifyGraph" && parameter === 0) return handleOf(objection, unbegun);
    if (site.method === "onBuild" && parameter === 0)
      return { ...handle, role: unbegun, query: null, named: null };
    return callbackHandle(handle, site, argument, parameter);
  },
  awaited: ({ memory }) => memory.rows ?? null,
  guessed: guessQuery,
  entity: modelOf,
  statically: (entity, site, analysis) => calledOnModel(entity, site, analysis, objection),
  calledOnRow: (entity, site, analysis) => calledOnRow(entity, site, analysis, objection),
};

const words = [
  String.raw`\bobjection\b`,
  String.raw`\$(?:query|relatedQuery|fetchGraph|loadRelated)\b`,
  String.raw`\.\s*(?:query|relatedQuery|knexQuery|bindKnex|joinRelated|withGraph\w+)\s*[(<]`,
  String.raw`\brelationMappings\b`,
].join("|");

/** What the module gives away: https://vincit.github.io/objection.js/api/objection/ */
function called(what: External, site: CallSite, analysis: Analysis): Value | null {
  const [first] = site.args;
  switch (what.path.join(".")) {
    case "raw":
      return rawHandle(handleOf(objection, "client"), site, analysis);
    case "mixin":
      return first ? analysis.evaluate(first) : null;
    case "transaction.start":
      return handleOf(knex, "client", { transaction: transactionId(site.place) });
    default:
      return null;
  }
}

const clientTypes = new Set(["Transaction", "TransactionOrKnex", "Knex"]);
const builderTypes = new Set(["QueryBuilder", "QueryBuilderType"]);
const classTypes = new Set(["ModelClass", "ModelConstructor"]);

function typed({ path }: External, types: readonly Place[], analysis: Analysis): Value | null {
  const name = path.at(-1) ?? "";
  if (clientTypes.has(name)) return handleOf(knex, "client");
  const [type] = types;
  const row = type ? analysis.evaluateType(type) : null;
  const cls = row?.is === "instance" ? row.class : null;
  if (classTypes.has(name)) return cls && { is: "class", place: cls };
  if (!builderTypes.has(name)) return null;
  return handleOf(objection, unbegun, { entity: cls && analysis.entityAt(cls) });
}
