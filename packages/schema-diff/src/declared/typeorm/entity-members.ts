import {
  at,
  baseClass,
  childOf,
  childrenOf,
  embeddedClass,
  identifierName,
  membersOf,
  propertyKey,
  typeormDecorators,
  unwrap,
  type Analysis,
  type Decorator,
  type Place,
} from "@domain-isolation/source-facts";
import { literalOf, textOf } from "../../readers/source-code/literals.js";
import { optionsOf } from "../../readers/source-code/options.js";

/** A property of an entity, of a class above it, or of one that it embeds. */
export interface EntityMember {
  /** With those that it is embedded in: `address.street`. */
  readonly path: string;
  readonly property: string;
  readonly place: Place;
  readonly decorators: readonly Decorator[];
  /** Of the columns of what is embedded. */
  readonly prefixes: readonly string[];
}

export interface EntityMembers {
  readonly members: readonly EntityMember[];
  /** Those of the classes. */
  readonly decorators: readonly Decorator[];
  /** Clauses. */
  readonly unread: readonly string[];
}

interface Embedding {
  readonly path: string;
  readonly prefixes: readonly string[];
}

/** Embedding and inheritance that go deeper go round in circles. */
const deepest = 12;
const outside: Embedding = { path: "", prefixes: [] };

/** The properties that have to do with TypeORM, each once: what a class says itself counts. */
export function entityMembers(
  cls: Place,
  analysis: Analysis,
  around: Embedding = outside,
): EntityMembers {
  const parts = classesOf(cls, analysis).flatMap((each) => partsOf(each, around, analysis));
  const members = parts.flatMap((each) => each.members);
  return {
    members: members.filter(
      (each, index) => members.findIndex(({ path }) => path === each.path) === index,
    ),
    decorators: parts.flatMap((each) => each.decorators),
    unread: parts.flatMap((each) => each.unread),
  };
}

function classesOf(cls: Place, analysis: Analysis, depth = 0): readonly Place[] {
  const base = depth < deepest ? baseClass(cls, analysis) : null;
  return base ? [cls, ...classesOf(base, analysis, depth + 1)] : [cls];
}

function partsOf(cls: Place, around: Embedding, analysis: Analysis): readonly EntityMembers[] {
  const inside: Place = { ...cls, scope: cls.module.scopeIn(cls.node) };
  const own = membersOf(cls.node).map((node) => memberParts(at(inside, node), around, analysis));
  const decorators = typeormDecorators(cls, analysis);
  return [{ members: [], decorators, unread: unknownBase(cls, analysis) }, ...own];
}

function memberParts(place: Place, around: Embedding, analysis: Analysis): EntityMembers {
  const property = propertyKey(place.node);
  const decorators = typeormDecorators(place, analysis);
  if (property === null) return { members: [], decorators: [], unread: [] };
  const path = `${around.path}${property}`;
  const column = decorators.find(({ name }) => name === "Column");
  const embedded = column?.args[0] && embeddedClass(column.args[0], analysis);
  if (column && embedded && around.prefixes.length < deepest) {
    const prefixes = [...around.prefixes, ...prefixOf(property, column, analysis)];
    const parts = entityMembers(embedded, analysis, { path: `${path}.`, prefixes });
    return { ...parts, decorators: [] };
  }
  const members =
    decorators.length > 0 ? [{ path, property, place, decorators, prefixes: around.prefixes }] : [];
  const unread = members.length > 0 ? [] : ownDecorator(place, path, analysis);
  return { members, decorators: [], unread };
}

/** `prefix: false` and an empty one are none; without a word of it, it is the property. */
function prefixOf(
  property: string,
  { args: [, written] }: Decorator,
  analysis: Analysis,
): readonly string[] {
  const given = optionsOf(written, analysis)?.place("prefix");
  if (!given) return [property];
  const literal = literalOf(given, analysis);
  if (literal?.is === "boolean") return literal.value ? [property] : [];
  const text = textOf(given, analysis);
  return text === null ? [property] : [text].filter((each) => each !== "");
}

/** A decorator of ours may make a column: `@Money()`. */
function ownDecorator(place: Place, path: string, analysis: Analysis): readonly string[] {
  return childrenOf(place.node, "decorators").flatMap((decorator) => {
    const call = unwrap(childOf(decorator, "expression"));
    const callee = call?.type === "CallExpression" ? childOf(call, "callee") : call;
    const isOurs = callee && analysis.evaluate(at(place, callee))?.is === "function";
    return isOurs
      ? [`what \`@${identifierName(callee) ?? "…"}\` makes of ${path} isn't known`]
      : [];
  });
}

function unknownBase(cls: Place, analysis: Analysis): readonly string[] {
  const base = childOf(cls.node, "superClass");
  if (!base || baseClass(cls, analysis)) return [];
  const value = analysis.evaluate(at(cls, base));
  if (value?.is === "external" && value.module.startsWith("typeorm")) return [];
  return [`what it takes from ${identifierName(base) ?? "its base"} stands elsewhere`];
}
