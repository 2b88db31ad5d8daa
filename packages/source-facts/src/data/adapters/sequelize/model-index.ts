import { identifierName, keyName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import type { Place } from "../../values/place.js";
import { fileIndex } from "../file-index.js";
import { definedModel, isModel, type Model } from "./models.js";
import { singularize } from "./pluralize.js";

/** The model that a name means, where nothing tells what it is: `models.User`, `db.User`. */
export function namedModel({ node: wrapped }: Place, analysis: Analysis): Model | null {
  const node = unwrap(wrapped) ?? wrapped;
  const name = node.type === "MemberExpression" ? keyName(node, "property") : identifierName(node);
  return name === null ? null : modelNamed(name, analysis);
}

/** By the name that Sequelize knows, by that of its class, or of the file that defines it. */
export function modelNamed(name: string, analysis: Analysis): Model | null {
  const found = modelsByName(analysis).get(name) ?? [];
  const named = found.filter((model) => model.name === name || model.modelName === name);
  const [only, ...others] = named.length > 0 ? named : found;
  return only && others.length === 0 ? only : null;
}

const modelsByName = fileIndex(/@Table\b|\.\s*define\s*[(<]|\.\s*init\s*\(/u, (files, analysis) => {
  const found = new Map<string, Model[]>();
  for (const model of files.flatMap((file) => modelsIn(file, analysis))) {
    const file = fileName(model);
    for (const name of new Set([model.name, model.modelName, file, singularize(file)])) {
      found.set(name, [...(found.get(name) ?? []), model]);
    }
  }
  return found;
});

/** `CommunityStake` of `models/community_stake.ts` */
function fileName({ file }: Model): string {
  const base = file.split("/").at(-1)?.split(".")[0] ?? "";
  const words = base.split(/[-_]/u);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** The models that a file declares. */
export function modelsIn(file: string, analysis: Analysis): readonly Model[] {
  const module = analysis.module(file);
  if (!module) return [];
  const classes = [...module.surroundings].flatMap(([node, { scope }]) => {
    const isClass = node.type.startsWith("Class");
    const entity = isClass ? analysis.entityAt({ node, scope, module, frame: null }) : null;
    return isModel(entity) ? [entity] : [];
  });
  return [...classes, ...definitions(file, analysis)];
}

/** `sequelize.define("user", …)`, wherever it stands. */
export function definitions(file: string, analysis: Analysis): readonly Model[] {
  const module = analysis.module(file);
  if (!module) return [];
  return module.calls.flatMap(({ node, scope }) => {
    const call = { node, scope, module, frame: null };
    const site = callSite(call);
    if (site.method !== "define" || !site.receiver || site.args.length < 2) return [];
    return isClient(site.receiver, analysis) ? (definedModel(site, analysis) ?? []) : [];
  });
}

/** What is called so where nothing tells what it is: a parameter of a file that defines a model. */
export function isClient(place: Place, analysis: Analysis): boolean {
  const value = analysis.evaluate(place);
  if (value?.is === "handle") return value.adapter.library === "sequelize";
  const node = unwrap(place.node) ?? place.node;
  const name = node.type === "MemberExpression" ? keyName(node, "property") : identifierName(node);
  return (value === null || value.is === "parameter") && /sequelize$/iu.test(name ?? "");
}
