import { childOf, identifierName, keyName, spanOf, unwrap } from "../../../syntax/node.js";
import type { Analysis, Properties } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import { baseClass } from "../class-orm/base-class.js";
import { relationsByProperty, type Relations } from "../class-orm/declared-relation.js";
import { decoratorsOf } from "../decorators.js";
import { entitiesIn, library, packages } from "./library.js";
import { tableName } from "./naming.js";
import { isOn, textIn } from "./options.js";
import { declaredRelations } from "./relations.js";

/** The entity of a class: https://mikro-orm.io/docs/defining-entities */
export function entityOf(place: Place, analysis: Analysis): Entity | null {
  if (!place.node.type.startsWith("Class")) return null;
  const options = entityOptions(place, analysis);
  if (!options) return entitiesIn(analysis).schemaOf(place) ?? schemaBase(place, analysis);
  const id = childOf(place.node, "id");
  const name = identifierName(id);
  if (!id || name === null || isOn("abstract", options)) return null;
  const shared = sharedTable(place, analysis);
  const given = textIn("tableName", options, analysis) ?? textIn("collection", options, analysis);
  let relations: Relations | null = null;
  return {
    is: "entity",
    library,
    name,
    table: shared?.table ?? tableName(name, given, analysis),
    schema: shared ? shared.schema : textIn("schema", options, analysis),
    file: place.module.file,
    span: spanOf(id),
    place,
    relations: () => (relations ??= relationsByProperty(declaredRelations(place, analysis), place)),
  };
}

/** What `@Entity({ … })` says; null where a class has no such decorator. */
function entityOptions(place: Place, analysis: Analysis): Properties["entries"] | null {
  const decorator = decoratorsOf(place, packages, analysis).find(({ name }) => name === "Entity");
  if (!decorator) return null;
  const [options] = decorator.args;
  return (options && analysis.properties(options)?.entries) ?? [];
}

/** Of single table inheritance: the class above that says how its children are told apart. */
function sharedTable(place: Place, analysis: Analysis): Entity | null {
  const base = baseClass(place, analysis);
  if (!base) return null;
  const options = entityOptions(base, analysis) ?? [];
  const isRoot = options.some(({ key }) => /^discriminator(?:Column|Map)$/u.test(key));
  return isRoot ? analysis.entityAt(base) : sharedTable(base, analysis);
}

/** `class User extends UserSchema.class {}` */
function schemaBase(place: Place, analysis: Analysis): Entity | null {
  const base = unwrap(childOf(place.node, "superClass"));
  const schema = base && keyName(base, "property") === "class" ? childOf(base, "object") : null;
  const value = schema && analysis.evaluate(at(place, schema));
  return value?.is === "entity" && value.library === library ? value : null;
}
