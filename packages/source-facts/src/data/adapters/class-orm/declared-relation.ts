import { childOf, spanOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { membersOf } from "../../evaluate/construction.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, RelationTarget } from "../../values/value.js";
import { baseClass } from "./base-class.js";

export type Relations = ReadonlyMap<string, RelationTarget>;

/** A relation as a class or schema declares it, and where it names what it leads to. */
export interface DeclaredRelation {
  readonly property: string;
  readonly entity: Entity;
  readonly holdsKey: boolean;
  readonly name: Place;
  /** The table between the two, if there is one that this side makes. */
  readonly junction: Junction | null;
}

export interface Junction {
  readonly name: string | null;
  readonly schema: string | null;
  readonly place: Place;
}

/** By property; those of an embedded object under both names: `address.country`. */
export function relationsByProperty(
  declared: readonly DeclaredRelation[],
  declarer: Place,
): Relations {
  const found = new Map<string, RelationTarget>();
  for (const relation of declared) {
    if (!found.has(relation.property)) {
      found.set(relation.property, relationTarget(relation, declarer));
    }
  }
  return found;
}

/** Where another file declares it, the name of the base class leads there. */
function relationTarget(
  { property, entity, holdsKey, name }: DeclaredRelation,
  { node, module }: Place,
): RelationTarget {
  const elsewhere = childOf(node, "superClass") ?? childOf(node, "id") ?? node;
  const span = spanOf(name.module === module ? name.node : elsewhere);
  const { table, schema } = entity;
  return { entity, holdsKey, fact: { property, table, schema, entity: entity.name, span } };
}

/** What the members of a class declare, and of those that it extends. */
export function ofMembers(
  cls: Place,
  declare: (member: Place) => readonly DeclaredRelation[],
  analysis: Analysis,
): readonly DeclaredRelation[] {
  const inside: Place = { ...cls, scope: cls.module.scopeIn(cls.node) };
  const own = membersOf(cls.node).flatMap((member) => declare(at(inside, member)));
  const base = baseClass(cls, analysis);
  return base ? [...own, ...ofMembers(base, declare, analysis)] : own;
}

/** Those of an object within the table, whose class is named there. */
export function embedded(
  property: string,
  name: Place,
  inner: readonly DeclaredRelation[],
): readonly DeclaredRelation[] {
  return inner.map((each) => ({ ...each, property: `${property}.${each.property}`, name }));
}
