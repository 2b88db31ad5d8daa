import { childOf } from "../../../syntax/node.js";
import type { Analysis, Properties } from "../../analysis.js";
import { propertyKey } from "../../evaluate/evaluate-member.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, Value } from "../../values/value.js";
import { embedded, ofMembers, type DeclaredRelation } from "../class-orm/declared-relation.js";
import { returnedClass, targetOf, writtenTarget } from "../class-orm/target.js";
import { decoratorsOf, type Decorator } from "../decorators.js";
import { entitiesIn, packages } from "./library.js";
import { optionIn, textIn } from "./options.js";

export type RelationKind = "m:1" | "1:m" | "1:1" | "m:n";

const kinds: Readonly<Record<string, RelationKind | undefined>> = {
  ManyToOne: "m:1",
  OneToMany: "1:m",
  OneToOne: "1:1",
  ManyToMany: "m:n",
};

/** Of a class, and of those that it extends: https://mikro-orm.io/docs/relationships */
export function declaredRelations(cls: Place, analysis: Analysis): readonly DeclaredRelation[] {
  return ofMembers(cls, (member) => memberRelations(member, analysis), analysis);
}

function memberRelations(member: Place, analysis: Analysis): readonly DeclaredRelation[] {
  const property = propertyKey(member.node);
  const key = childOf(member.node, "key");
  if (property === null || !key) return [];
  return decoratorsOf(member, packages, analysis).flatMap((decorator) => {
    if (decorator.name === "Embedded")
      return embeddedRelations(property, member, decorator, analysis);
    const kind = kinds[decorator.name];
    if (!kind) return [];
    const options = optionsOf(decorator, analysis);
    const target = targetIn(decorator, options);
    const entity = target
      ? targetOf(target, entitiesIn(analysis), analysis)
      : typedEntity(member, analysis);
    if (entity?.is !== "entity") return [];
    const name = target ? writtenTarget(target) : at(member, key);
    const isMapped = hasInverse(kind, decorator, options);
    return [
      relationOf(
        { property, entity, kind, name, isMapped, place: decorator.place },
        options,
        analysis,
      ),
    ];
  });
}

/** A relation that a decorator, or a schema, declares. */
export function relationOf(
  declared: {
    readonly property: string;
    readonly entity: Entity;
    readonly kind: RelationKind;
    readonly name: Place;
    /** The other side has the key. */
    readonly isMapped: boolean;
    readonly place: Place;
  },
  options: Properties["entries"],
  analysis: Analysis,
): DeclaredRelation {
  const { property, entity, kind, name, isMapped, place } = declared;
  const holdsKey = kind === "m:1" || (kind !== "1:m" && !isMapped);
  const isPivot = kind === "m:n" && holdsKey && !optionIn("pivotEntity", options);
  const pivot = textIn("pivotTable", options, analysis);
  const junction = isPivot ? { name: pivot, schema: null, place } : null;
  return { property, entity, holdsKey, name, junction };
}

function optionsOf({ args }: Decorator, analysis: Analysis): Properties["entries"] {
  return args.flatMap((each) => analysis.properties(each)?.entries ?? []);
}

/** `ManyToOne(() => User)`, `ManyToOne("User")`, `ManyToOne({ entity: () => User })` */
function targetIn({ args: [first] }: Decorator, options: Properties["entries"]): Place | null {
  const isOptions = first?.node.type === "ObjectExpression";
  return first && !isOptions ? first : (optionIn("entity", options) ?? optionIn("type", options));
}

/** `"author"`, or `(book) => book.author`, behind the target; or as an option. */
function hasInverse(
  kind: RelationKind,
  { args: [, second] }: Decorator,
  options: Properties["entries"],
): boolean {
  const isGiven = second !== undefined && second.node.type !== "ObjectExpression";
  return kind !== "m:1" && (isGiven || optionIn("mappedBy", options) !== null);
}

/** By the type of the property: `author: Ref<User>`, `books = new Collection<Book>(this)`. */
function typedEntity(member: Place, analysis: Analysis): Entity | null {
  const annotation = childOf(member.node, "typeAnnotation");
  const value = childOf(member.node, "value");
  return (
    (annotation && entityOfValue(analysis.evaluateType(at(member, annotation)), analysis)) ??
    (value && entityOfValue(analysis.evaluate(at(member, value)), analysis))
  );
}

function entityOfValue(value: Value | null, analysis: Analysis): Entity | null {
  if (value?.is === "entity") return value;
  if (value?.is === "instance") return analysis.entityAt(value.class);
  return value?.is === "handle" && value.entity?.is === "entity" ? value.entity : null;
}

/** `@Embedded(() => Address)`: the columns of a class within the table. */
function embeddedRelations(
  property: string,
  member: Place,
  decorator: Decorator,
  analysis: Analysis,
): readonly DeclaredRelation[] {
  const target = targetIn(decorator, optionsOf(decorator, analysis));
  const annotation = childOf(member.node, "typeAnnotation");
  const typed = annotation && analysis.evaluateType(at(member, annotation));
  const cls = target
    ? returnedClass(target, analysis)
    : typed?.is === "instance"
      ? typed.class
      : null;
  const name = target
    ? writtenTarget(target)
    : at(member, childOf(member.node, "key") ?? member.node);
  return cls ? embedded(property, name, declaredRelations(cls, analysis)) : [];
}
