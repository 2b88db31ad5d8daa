import { childOf, identifierName, spanOf } from "../../../syntax/node.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { modelRelations, type ModelRelations } from "./associations.js";
import { library } from "./library.js";
import { classOptions, entriesOf, isModelClass, type Entries } from "./model-class.js";
import { modelTable } from "./model-table.js";

/** A model; its name is what associations with it are called by. */
export interface Model extends Entity {
  readonly modelName: string;
  readonly options: Entries;
}

export function isModel(entity: Entity | null): entity is Model {
  return entity !== null && "modelName" in entity;
}

/** The model that a class is. */
export function modelOf(cls: Place, analysis: Analysis): Model | null {
  const { node } = cls;
  if (!node.type.startsWith("Class") || !isModelClass(cls, analysis)) return null;
  const options = classOptions(cls, analysis);
  const id = childOf(node, "id");
  const named = options?.findLast(({ key }) => key === "modelName");
  const name = identifierName(id) ?? (named ? analysis.constant(named.value) : null);
  if (!options || name === null) return null;
  const modelName = named ? (analysis.constant(named.value) ?? name) : name;
  return makeModel({ name, modelName, options, place: cls, named: id ?? node }, analysis);
}

const defined = new WeakMap<SyntaxNode, Model>();

/** `sequelize.define("user", attributes, options)` */
export function definedModel({ place, args }: CallSite, analysis: Analysis): Model | null {
  const before = defined.get(place.node);
  if (before) return before;
  const [first, , third] = args;
  const name = first ? analysis.constant(first) : null;
  if (!first || name === null) return null;
  const options = entriesOf(third, analysis);
  const model = makeModel({ name, modelName: name, options, place, named: first.node }, analysis);
  if (model) defined.set(place.node, model);
  return model;
}

interface Declared extends Pick<Model, "name" | "modelName" | "options"> {
  readonly place: Place;
  readonly named: SyntaxNode;
}

function makeModel(declared: Declared, analysis: Analysis): Model | null {
  const { name, modelName, options, place, named } = declared;
  const table = modelTable(modelName, options, analysis);
  if (!table) return null;
  let relations: ModelRelations | null = null;
  const model: Model = {
    is: "entity",
    library,
    name,
    modelName,
    options,
    ...table,
    file: place.module.file,
    span: spanOf(named),
    place,
    relations: () => (relations ??= modelRelations(model, analysis)),
  };
  return model;
}
