import type { Analysis } from "../../analysis.js";
import type { DataModule } from "../../values/data-module.js";
import type { Entity } from "../../values/value.js";
import { junctionEntities } from "../class-orm/junction-entities.js";
import { library } from "./library.js";
import { pivotName } from "./naming.js";
import { declaredRelations } from "./relations.js";

/** The tables between two entities: https://mikro-orm.io/docs/relationships#manytomany */
export function pivots(module: DataModule, analysis: Analysis): readonly Entity[] {
  return junctionEntities(
    module,
    (own) => (own.library === library && own.place ? declaredRelations(own.place, analysis) : []),
    (own, { property, junction }) => pivotName(own.table, property, junction.name, analysis),
    analysis,
  );
}
