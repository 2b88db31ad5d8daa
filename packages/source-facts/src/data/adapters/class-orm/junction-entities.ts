import { childOf, spanOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { DataModule } from "../../values/data-module.js";
import type { Entity } from "../../values/value.js";
import type { DeclaredRelation } from "./declared-relation.js";

type Junction = DeclaredRelation & { readonly junction: NonNullable<DeclaredRelation["junction"]> };

/** The tables between two entities of a file's classes: nothing but their relation declares them. */
export function junctionEntities(
  module: DataModule,
  declared: (own: Entity) => readonly DeclaredRelation[],
  tableOf: (own: Entity, junction: Junction) => string,
  analysis: Analysis,
): readonly Entity[] {
  return [...module.surroundings].flatMap(([node, { scope }]) => {
    if (!node.type.startsWith("Class")) return [];
    const own = analysis.entityAt({ node, scope, module, frame: null });
    const relations = own?.place?.node === node ? declared(own) : [];
    return relations.flatMap((each) =>
      own && hasJunction(each) ? [junctionEntity(own, each, tableOf(own, each))] : [],
    );
  });
}

function hasJunction(relation: DeclaredRelation): relation is Junction {
  return relation.junction !== null;
}

function junctionEntity(own: Entity, { property, junction }: Junction, table: string): Entity {
  const { library, name, file, schema, place, span } = own;
  const isHere = junction.place.module === place?.module;
  const base = place && childOf(place.node, "superClass");
  return {
    is: "entity",
    library,
    name: `${name}.${property}`,
    table,
    schema: junction.schema ?? schema,
    file,
    span: isHere ? spanOf(junction.place.node) : base ? spanOf(base) : span,
    place: null,
    relations: () => new Map(),
  };
}
