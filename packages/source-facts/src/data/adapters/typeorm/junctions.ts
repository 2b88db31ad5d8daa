import { childOf, spanOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { DataModule } from "../../values/data-module.js";
import type { Entity } from "../../values/value.js";
import { library } from "./library.js";
import { junctionName } from "./naming.js";
import { declaredRelations } from "./relations.js";

/** The tables between two entities, which `@JoinTable` makes: https://typeorm.io/docs/relations/many-to-many-relations */
export function junctions(module: DataModule, analysis: Analysis): readonly Entity[] {
  return [...module.surroundings].flatMap(([node, { scope }]) => {
    if (!node.type.startsWith("Class")) return [];
    const entity = analysis.entityAt({ node, scope, module, frame: null });
    return entity?.library === library ? junctionsOf(entity, analysis) : [];
  });
}

function junctionsOf(own: Entity, analysis: Analysis): readonly Entity[] {
  const { place } = own;
  if (!place?.node.type.startsWith("Class")) return [];
  return declaredRelations(place, analysis).flatMap(({ property, entity, junction }) => {
    if (!junction) return [];
    const isHere = junction.place.module === place.module;
    const elsewhere = childOf(place.node, "superClass") ?? place.node;
    return [
      {
        is: "entity",
        library,
        name: `${own.name}.${property}`,
        table: junctionName(own.table, entity.table, property, junction.name, analysis),
        schema: junction.schema ?? own.schema,
        file: own.file,
        span: spanOf(isHere ? junction.place.node : elsewhere),
        place: null,
        relations: () => new Map(),
      },
    ];
  });
}
