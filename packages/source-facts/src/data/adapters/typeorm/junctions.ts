import type { Analysis } from "../../analysis.js";
import type { DataModule } from "../../values/data-module.js";
import type { Entity } from "../../values/value.js";
import { junctionEntities } from "../class-orm/junction-entities.js";
import { library } from "./library.js";
import { junctionName } from "./naming.js";
import { declaredRelations } from "./relations.js";

/** What `@JoinTable` makes: https://typeorm.io/docs/relations/many-to-many-relations */
export function junctions(module: DataModule, analysis: Analysis): readonly Entity[] {
  return junctionEntities(
    module,
    (own) => (own.library === library && own.place ? declaredRelations(own.place, analysis) : []),
    (own, { entity, property, junction }) =>
      junctionName(own.table, entity.table, property, junction.name, analysis),
    analysis,
  );
}
