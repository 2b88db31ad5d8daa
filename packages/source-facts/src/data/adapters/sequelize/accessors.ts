import type { Analysis } from "../../analysis.js";
import { fileIndex } from "../file-index.js";
import { isModelRelation, type ModelRelation } from "./associations.js";
import { modelsIn } from "./model-index.js";
import { associationVerbs } from "./operations.js";
import { pluralize, singularize } from "./pluralize.js";

/** `Orders` and `Order` of `orders`: what stands behind the verb in `user.getOrders()`. */
export function accessorNames({ fact, isMany }: ModelRelation): ReadonlySet<string> {
  const { property } = fact;
  const names = isMany ? [property, pluralize(property), singularize(property)] : [property];
  return new Set(names.map((each) => each.charAt(0).toUpperCase() + each.slice(1)));
}

/** What rows of all models can do with their associations. */
export const accessors: (analysis: Analysis) => ReadonlySet<string> = fileIndex(
  /@Table\b|\.\s*(?:define|init|hasOne|hasMany|belongsTo|belongsToMany)\s*[(<]/u,
  (files, analysis) => {
    const models = files.flatMap((file) => modelsIn(file, analysis));
    const relations = models.flatMap((model) => [...model.relations().values()]);
    const names = relations.filter(isModelRelation).flatMap((each) => [...accessorNames(each)]);
    return new Set(names.flatMap((name) => associationVerbs.map((verb) => verb + name)));
  },
);
