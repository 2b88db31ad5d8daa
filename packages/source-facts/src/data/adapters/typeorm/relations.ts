import { childOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { propertyKey } from "../../evaluate/evaluate-member.js";
import { at, type Place } from "../../values/place.js";
import {
  embedded,
  ofMembers,
  type DeclaredRelation,
  type Junction,
} from "../class-orm/declared-relation.js";
import { returnedClass, targetOf, writtenTarget } from "../class-orm/target.js";
import { decoratorsOf, type Decorator } from "../decorators.js";
import { entitiesIn, packages } from "./library.js";

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

/** Of a class, and of those that it extends. */
export function declaredRelations(cls: Place, analysis: Analysis): readonly DeclaredRelation[] {
  return ofMembers(cls, (member) => memberRelations(member, cls, analysis), analysis);
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
  const cls = type && returnedClass(type, analysis);
  return cls ? embedded(property, writtenTarget(type), declaredRelations(cls, analysis)) : [];
}
