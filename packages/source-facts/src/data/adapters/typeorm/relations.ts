import { childOf, spanOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { membersOf } from "../../evaluate/construction.js";
import { propertyKey } from "../../evaluate/evaluate-member.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, RelationTarget } from "../../values/value.js";
import { decoratorsOf, type Decorator } from "../decorators.js";
import { baseClass } from "../class-orm/base-class.js";
import { entitiesIn, packages } from "./library.js";
import { returnedClass, targetOf, writtenTarget } from "../class-orm/target.js";

export type Relations = ReadonlyMap<string, RelationTarget>;

/** A relation as a class declares it, and where it names what it leads to. */
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

/** Whether the table of the class that has the decorator holds the key, or leads to one that does. */
const kinds: Readonly<Record<string, "owning" | "inverse" | "joined" | undefined>> = {
  ManyToOne: "owning",
  OneToMany: "inverse",
  OneToOne: "joined",
  ManyToMany: "joined",
  TreeParent: "owning",
  TreeChildren: "inverse",
};
const joins = new Set(["JoinColumn", "JoinTable"]);

/** By property; those of an embedded object under both names: `customFields.author`. */
export function classRelations(cls: Place, analysis: Analysis): Relations {
  const found = new Map<string, RelationTarget>();
  for (const declared of declaredRelations(cls, analysis)) {
    if (!found.has(declared.property)) found.set(declared.property, relationTarget(declared, cls));
  }
  return found;
}

/** Where another file declares it, the name of the base class leads there. */
export function relationTarget(
  { property, entity, holdsKey, name }: Omit<DeclaredRelation, "junction">,
  { node, module }: Place,
): RelationTarget {
  const elsewhere = childOf(node, "superClass") ?? childOf(node, "id") ?? node;
  const span = spanOf(name.module === module ? name.node : elsewhere);
  const { table, schema } = entity;
  return { entity, holdsKey, fact: { property, table, schema, entity: entity.name, span } };
}

/** Of a class, and of those that it extends. */
export function declaredRelations(cls: Place, analysis: Analysis): readonly DeclaredRelation[] {
  const inside: Place = { ...cls, scope: cls.module.scopeIn(cls.node) };
  const own = membersOf(cls.node).flatMap((member) =>
    memberRelations(at(inside, member), cls, analysis),
  );
  const base = baseClass(cls, analysis);
  return base ? [...own, ...declaredRelations(base, analysis)] : own;
}

function memberRelations(
  member: Place,
  cls: Place,
  analysis: Analysis,
): readonly DeclaredRelation[] {
  const property = propertyKey(member.node);
  const key = childOf(member.node, "key");
  const decorators = property === null ? [] : decoratorsOf(member, packages, analysis);
  if (property === null || !key) return [];
  const isJoined = decorators.some(({ name }) => joins.has(name));
  return decorators.flatMap((decorator) => {
    if (decorator.name === "Column") return embeddedRelations(property, decorator, analysis);
    const kind = kinds[decorator.name];
    const [first] = decorator.args;
    const isTree = decorator.name.startsWith("Tree");
    const entity = isTree
      ? analysis.entityAt(cls)
      : first && targetOf(first, entitiesIn(analysis), analysis);
    if (!kind || entity?.is !== "entity") return [];
    const holdsKey = kind === "owning" || (kind === "joined" && isJoined);
    const name = isTree || !first ? at(member, key) : writtenTarget(first);
    const junction = decorator.name === "ManyToMany" ? junctionOf(decorators, analysis) : null;
    return [{ property, entity, holdsKey, name, junction }];
  });
}

/** `@JoinTable({ name: "user_roles" })` */
function junctionOf(decorators: readonly Decorator[], analysis: Analysis): Junction | null {
  const joinTable = decorators.find(({ name }) => name === "JoinTable");
  if (!joinTable) return null;
  const { args, place } = joinTable;
  const entries = (args[0] && analysis.properties(args[0])?.entries) ?? [];
  const textOf = (option: string) => {
    const entry = entries.find(({ key }) => key === option);
    return entry ? analysis.constant(entry.value) : null;
  };
  return { name: textOf("name"), schema: textOf("schema"), place };
}

/** `@Column(() => Address)`: the columns of a class within the table. */
function embeddedRelations(
  property: string,
  { args: [type] }: Decorator,
  analysis: Analysis,
): readonly DeclaredRelation[] {
  const embedded = type && returnedClass(type, analysis);
  if (!embedded) return [];
  const name = writtenTarget(type);
  return declaredRelations(embedded, analysis).map((inner) => ({
    ...inner,
    property: `${property}.${inner.property}`,
    name,
  }));
}
