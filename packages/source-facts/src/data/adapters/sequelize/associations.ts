import { spanOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { membersOf } from "../../evaluate/construction.js";
import { propertyKey } from "../../evaluate/evaluate-member.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, RelationTarget, Value } from "../../values/value.js";
import { baseClass } from "../class-orm/base-class.js";
import { decoratorsOf, type Decorator } from "../decorators.js";
import { associationCalls } from "./association-calls.js";
import { packages } from "./library.js";
import { entriesOf } from "./model-class.js";
import { namedModel } from "./model-index.js";
import { isModel, type Model } from "./models.js";
import { pluralize, singularize } from "./pluralize.js";

/** The table between many and many. */
export interface Through {
  readonly name: string;
  readonly schema: string | null;
  readonly entity: Entity | null;
}

/** An association of a model, by the name that it has in the model. */
export interface ModelRelation extends RelationTarget {
  readonly entity: Model | null;
  readonly isMany: boolean;
  readonly through: Through | null;
}

export type ModelRelations = ReadonlyMap<string, ModelRelation>;

export function isModelRelation(relation: RelationTarget): relation is ModelRelation {
  return "isMany" in relation;
}

/** The methods, and decorators, that associate models: https://sequelize.org/docs/v6/core-concepts/assocs/ */
export const associating: Readonly<
  Record<string, { readonly isMany: boolean; readonly holdsKey: boolean } | undefined>
> = {
  hasOne: { isMany: false, holdsKey: false },
  hasMany: { isMany: true, holdsKey: false },
  belongsTo: { isMany: false, holdsKey: true },
  belongsToMany: { isMany: true, holdsKey: false },
};

/** What a model's decorators declare, and calls anywhere; the first of a name counts. */
export function modelRelations(model: Model, analysis: Analysis): ModelRelations {
  const found = new Map<string, ModelRelation>();
  const cls = model.place?.node.type.startsWith("Class") ? model.place : null;
  const declared = cls ? decorated(cls, model, analysis) : [];
  for (const relation of [...declared, ...called(model, analysis)]) {
    const { property } = relation.fact;
    if (!found.has(property)) found.set(property, relation);
  }
  return found;
}

/** `@HasMany(() => Order) orders`: https://github.com/sequelize/sequelize-typescript#model-association */
function decorated(cls: Place, model: Model, analysis: Analysis): readonly ModelRelation[] {
  const inside: Place = { ...cls, scope: cls.module.scopeIn(cls.node) };
  const own = membersOf(cls.node).flatMap((member) => {
    const property = propertyKey(member);
    if (property === null) return [];
    return decoratorsOf(at(inside, member), packages, analysis).flatMap(
      (decorator) => decoratedRelation(property, decorator, model, analysis) ?? [],
    );
  });
  const base = baseClass(cls, analysis);
  return base ? [...own, ...decorated(base, model, analysis)] : own;
}

function decoratedRelation(
  property: string,
  { name, args, place }: Decorator,
  model: Model,
  analysis: Analysis,
): ModelRelation | null {
  const key = name.charAt(0).toLowerCase() + name.slice(1);
  const kind = name === "ForeignKey" ? { isMany: false, holdsKey: true } : kindOf(key);
  const [first, second] = args;
  const entity = kind && first ? modelAt(first, analysis) : null;
  if (!kind || !entity) return null;
  const through = key === "belongsToMany" ? throughOf(second, analysis) : null;
  const span = place.module.file === model.file ? spanOf(place.node) : model.span;
  const { table, schema } = entity;
  return { ...kind, entity, through, fact: { property, table, schema, entity: entity.name, span } };
}

function kindOf(method: string) {
  return Object.hasOwn(associating, method) ? (associating[method] ?? null) : null;
}

/** `User.hasMany(Order, { as: "orders" })` */
function called(model: Model, analysis: Analysis): readonly ModelRelation[] {
  return associationCalls(model, analysis).flatMap((call) => {
    const { method, args, place } = callSite(call);
    const kind = kindOf(method);
    const [first, options] = args;
    const entity = kind && first ? modelAt(first, analysis) : null;
    if (!kind || !entity) return [];
    const entries = entriesOf(options, analysis);
    const as = entries.find(({ key }) => key === "as");
    const property = (as && analysis.constant(as.value)) ?? defaultAlias(entity, kind.isMany);
    const through = method === "belongsToMany" ? throughOf(options, analysis) : null;
    const span = place.module.file === model.file ? spanOf(place.node) : model.span;
    const { table, schema } = entity;
    const fact = { property, table, schema, entity: entity.name, span };
    return [{ ...kind, entity, through, fact }];
  });
}

function defaultAlias(entity: Model, isMany: boolean): string {
  return isMany ? pluralize(entity.modelName) : singularize(entity.modelName);
}

/** `Order`, `() => Order`, `models.Order` */
export function modelAt(place: Place, analysis: Analysis): Model | null {
  const value = analysis.evaluate(place);
  const given =
    value?.is === "function"
      ? callFunction(value, { ...callSite(value.place), args: [] }, analysis)
      : value;
  const entity = entityOf(given, analysis);
  if (entity?.is === "entity" && isModel(entity)) return entity;
  return isOpen(given) ? namedModel(place, analysis) : null;
}

/** Of `Order`, and of `Order.scope("open")`. */
function entityOf(value: Value | null, analysis: Analysis) {
  if (value?.is === "class") return analysis.entityAt(value.place);
  return value?.is === "handle" ? value.entity : value;
}

function isOpen(value: Value | null): boolean {
  return value === null || value.is === "parameter" || value.is === "shape";
}

/** The second argument of `@BelongsToMany`, or `through` of the options: a model, its name, or options. */
function throughOf(place: Place | undefined, analysis: Analysis): Through | null {
  if (!place) return null;
  const entries = entriesOf(place, analysis);
  const inner = entries.find(({ key }) => key === "through" || key === "model");
  if (inner) return throughOf(inner.value, analysis);
  const name = analysis.constant(place);
  const entity = name === null ? modelAt(place, analysis) : null;
  if (entity) return { name: entity.table, schema: entity.schema, entity };
  return name === null ? null : { name, schema: null, entity: null };
}
