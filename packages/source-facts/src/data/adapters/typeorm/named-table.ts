import { entitiesIn } from "./library.js";
import type { TableAccess, TableVia } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, NamedTable } from "../../values/value.js";
import { namingPlace } from "../naming-place.js";
import { tableOf, touch, type Touch } from "../query.js";
import { targetOf } from "../class-orm/target.js";
import { written } from "../class-orm/written.js";

/** The table that an argument names: by its entity, by a name of one, or by its own name. */
export function namedTouch(
  argument: Place,
  access: TableAccess,
  via: TableVia,
  analysis: Analysis,
): Touch & { readonly entity: Entity | null } {
  const place = namingPlace(argument, analysis);
  const target = targetOf(argument, entitiesIn(analysis), analysis);
  const name = target ? null : analysis.constant(argument);
  const entity = target?.is === "entity" ? target : null;
  if (name !== null) {
    const table = textTable(name, access, via, place, analysis);
    return { tables: [table], isGeneric: false, opaque: null, entity };
  }
  const unknown = `its table ${written(argument)} is worked out when it runs`;
  return { ...touch(target, access, via, place, unknown), entity };
}

function textTable(
  text: string,
  access: TableAccess,
  via: TableVia,
  place: Place,
  analysis: Analysis,
): NamedTable {
  const entity = entitiesIn(analysis).named(text);
  if (entity) return tableOf(entity, access, via, place);
  const [name = text, schema = null] = text.split(".").toReversed();
  return { name, schema, entity: null, access, via, place, span: null };
}
