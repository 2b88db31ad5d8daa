import { childOf, childrenOf, identifierName, spanOf, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import { storedName } from "../knex/stored-name.js";
import { tableName } from "../table-name.js";
import { modelRelations, type ModelRelations } from "./relation-mappings.js";

/** Models extend one another, or what mixins make of them, this often at most. */
const deepest = 8;

/** The entity of a class: a model that has a table's name. */
export function modelOf(place: Place, analysis: Analysis): Entity | null {
  const { node, module } = place;
  if (!node.type.startsWith("Class") || !isModel(place, analysis)) return null;
  const value = analysis.member({ is: "class", place }, "tableName", place);
  const text = value?.is === "text" ? analysis.constant(value.place) : null;
  const table = text === null ? null : tableName(text, place);
  if (!table) return null;
  const id = childOf(node, "id");
  let relations: ModelRelations | null = null;
  return {
    is: "entity",
    library: "objection",
    name: identifierName(id) ?? table.name,
    table: storedName(table.name, analysis),
    schema: table.schema,
    file: module.file,
    span: spanOf(id ?? node),
    place,
    relations: () => (relations ??= modelRelations(place, analysis)),
  };
}

/** Whether a class comes of Objection's `Model`, be it by way of others. */
export function isModel(cls: Place, analysis: Analysis, depth = 0): boolean {
  const base = unwrap(childOf(cls.node, "superClass"));
  return base !== null && depth < deepest && comesOfModel(at(cls, base), analysis, depth);
}

function comesOfModel(base: Place, analysis: Analysis, depth: number): boolean {
  const value = analysis.evaluate(base);
  if (value?.is === "class") return isModel(value.place, analysis, depth + 1);
  if (value?.is === "external") return value.module === "objection";
  const made = madeOf(base);
  return childrenOf(made.node, "arguments").some(
    (argument) => depth < deepest && comesOfModel(at(made, argument), analysis, depth + 1),
  );
}

/** `class User extends Password()(SoftDelete(Model))`: a mixin gives what it is given; it may have a name. */
function madeOf(base: Place): Place {
  const [declaration] = lookUp(identifierName(base.node) ?? "", base.scope);
  const init = declaration?.kind === "const" ? unwrap(childOf(declaration.node, "init")) : null;
  return declaration && init ? { ...base, node: init, scope: declaration.scope } : base;
}
