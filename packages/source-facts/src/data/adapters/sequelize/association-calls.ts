import { childOf, keyName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import type { Place } from "../../values/place.js";
import { fileIndex } from "../file-index.js";
import { modelAt } from "./associations.js";
import type { Model } from "./models.js";

const methods = new Set(["hasOne", "hasMany", "belongsTo", "belongsToMany"]);

/** The calls by which a model is associated with others, wherever they stand. */
export function associationCalls(model: Model, analysis: Analysis): readonly Place[] {
  return callsByModel(analysis).get(keyOf(model)) ?? [];
}

function keyOf({ file, span }: Model): string {
  return `${file}:${String(span.start)}`;
}

const callsByModel = fileIndex(
  /\.\s*(?:hasOne|hasMany|belongsTo|belongsToMany)\s*(?:<[^>]*>)?\s*\(/u,
  (files, analysis) => {
    const found = new Map<string, Place[]>();
    for (const call of files.flatMap((file) => callsIn(file, analysis))) {
      const { receiver } = callSite(call);
      const model = receiver && modelAt(receiver, analysis);
      if (!model) continue;
      const key = keyOf(model);
      found.set(key, [...(found.get(key) ?? []), call]);
    }
    return found;
  },
);

function callsIn(file: string, analysis: Analysis): readonly Place[] {
  const module = analysis.module(file);
  if (!module) return [];
  return module.calls
    .filter(({ node }) => {
      const callee = unwrap(childOf(node, "callee"));
      return callee?.type === "MemberExpression" && methods.has(keyName(callee, "property") ?? "");
    })
    .map(({ node, scope }) => ({ node, scope, module, frame: null }));
}
