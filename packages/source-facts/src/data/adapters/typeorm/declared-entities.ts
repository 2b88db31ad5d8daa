import type { Analysis } from "../../analysis.js";
import type { DataWorld } from "../../modules.js";
import { createAnalysis } from "../../create-analysis.js";
import type { DataModule } from "../../values/data-module.js";
import type { Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import { decoratorsOf, type Decorator } from "../decorators.js";
import { returnedClass, targetOf } from "../class-orm/target.js";
import { entitiesIn, packages } from "./library.js";
import { typeorm } from "./typeorm.js";

/** Evaluation of files in which TypeORM's entities are declared. */
export function typeormAnalysis(world: DataWorld): Analysis {
  return createAnalysis(world, [typeorm]);
}

/** The entities of a file's classes, with the decorator that makes each one. */
export function typeormClasses(module: DataModule, analysis: Analysis): readonly Entity[] {
  return [...module.surroundings].flatMap(([node, { scope }]) => {
    if (!node.type.startsWith("Class")) return [];
    const entity = analysis.entityAt({ node, scope, module, frame: null });
    return entity?.place?.node === node ? [entity] : [];
  });
}

/** TypeORM's decorators at a class or a member. */
export function typeormDecorators(place: Place, analysis: Analysis): readonly Decorator[] {
  return decoratorsOf(place, packages, analysis);
}

/** The entity to which `() => User`, a class or a name leads. */
export function typeormTarget(place: Place, analysis: Analysis): Entity | null {
  const target = targetOf(place, entitiesIn(analysis), analysis);
  return target?.is === "entity" ? target : null;
}

/** The class that `() => Address` embeds. */
export function embeddedClass(place: Place, analysis: Analysis): Place | null {
  return returnedClass(place, analysis);
}
