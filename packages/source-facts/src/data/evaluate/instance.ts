import { childOf, childrenOf, identifierName } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import type { Handle, Instance, Value } from "../values/value.js";
import { ask } from "./evaluate-call.js";
import { getterValue, propertyKey } from "./evaluate-member.js";
import { constructionFrame, constructorOf, membersOf, superArguments } from "./construction.js";
import { annotatedValue, parameterName } from "./evaluate-parameter.js";

/** Classes extend one another this often at most. */
const deepest = 10;

/** An object of a class, made or typed at `place` with these type arguments. */
export function instanceOf(
  cls: Place,
  place: Place,
  analysis: Analysis,
  given: SyntaxNode | null = childOf(place.node, "typeArguments"),
): Instance {
  const parameters = childOf(cls.node, "typeParameters");
  const names = parameters ? childrenOf(parameters, "params").map(typeParameterName) : [];
  const args = given ? childrenOf(given, "params") : [];
  const types = names.flatMap((name, index) => {
    const arg = args[index];
    return name !== null && arg ? [[name, analysis.evaluateType(at(place, arg))] as const] : [];
  });
  const isMade = place.node.type === "NewExpression";
  const made = isMade ? childrenOf(place.node, "arguments").map((each) => at(place, each)) : [];
  return { is: "instance", class: cls, args: made, types: new Map(types) };
}

function typeParameterName(parameter: SyntaxNode): string | null {
  return identifierName(childOf(parameter, "name"));
}

/** A property or method of an object, named at `name`: its class's own, or one that it inherits. */
export function instanceMember(
  instance: Instance,
  key: string,
  name: Place,
  analysis: Analysis,
  receiver: Instance = instance,
  depth = 0,
): Value | null {
  if (depth > deepest) return null;
  const inside = inClass(instance, receiver);
  return (
    ownMember(inside, key, receiver, analysis) ??
    inheritedMember(inside, key, name, receiver, analysis, depth, instance.args)
  );
}

/** Where the members of a class have their meaning. */
function inClass(instance: Instance, receiver: Instance): Place {
  const { class: cls, types } = instance;
  const { node, module } = cls;
  const scope = module.scopeIn(node);
  const outer = constructionFrame(instance);
  const isPlain = types.size === 0 && receiver.class.node === node && !outer;
  const frame = { of: node, args: [], receiver, types, outer, depth: 0 };
  return { node, scope, module, frame: isPlain ? null : frame };
}

function ownMember(
  inside: Place,
  key: string,
  receiver: Instance,
  analysis: Analysis,
): Value | null {
  const named = membersOf(inside.node).filter(
    (member) => member.static !== true && propertyKey(member) === key,
  );
  for (const member of named) {
    const value = memberValue(member, inside, receiver, analysis);
    if (value) return value;
  }
  return parameterProperty(inside, key, analysis) ?? assignedMember(inside, key, analysis);
}

function memberValue(
  member: SyntaxNode,
  inside: Place,
  receiver: Value | null,
  analysis: Analysis,
): Value | null {
  const value = childOf(member, "value");
  const annotation = childOf(member, "typeAnnotation");
  if (member.type === "MethodDefinition") {
    if (value?.type !== "FunctionExpression") return null;
    const place = { ...at(inside, value), scope: inside.module.scopeIn(inside.node) };
    return member.kind === "get"
      ? getterValue(place, analysis, receiver)
      : { is: "function", place, receiver };
  }
  const made = value && analysis.evaluate(at(inside, value));
  if (made?.is === "function") return { ...made, receiver };
  return made ?? (annotation && analysis.evaluateType(at(inside, annotation)));
}

/** `constructor(private readonly db: Database)` */
function parameterProperty(inside: Place, key: string, analysis: Analysis): Value | null {
  const made = constructorOf(inside.node);
  if (!made) return null;
  const parameter = childrenOf(made, "params").find((each) => parameterName(each) === key);
  if (parameter?.type !== "TSParameterProperty") return null;
  const place: Place = { ...inside, scope: inside.module.scopeIn(made) };
  const typed = annotatedValue(parameter, place, analysis);
  return typed ?? analysis.evaluate(at(place, { type: "Identifier", name: key }));
}

/** `this.db = db` in a method of the class. */
function assignedMember(inside: Place, key: string, analysis: Analysis): Value | null {
  for (const { value, scope } of inside.module.assignments.get(`this.${key}`) ?? []) {
    let around: typeof scope | null = scope;
    while (around && around.node !== inside.node) around = around.parent;
    const found = around && analysis.evaluate({ ...inside, node: value, scope });
    if (found) return found;
  }
  return null;
}

function inheritedMember(
  inside: Place,
  key: string,
  name: Place,
  receiver: Instance,
  analysis: Analysis,
  depth: number,
  args: readonly Place[],
): Value | null {
  const value = superValue(inside, analysis, args);
  if (value?.is === "instance") {
    return instanceMember(value, key, name, analysis, receiver, depth + 1);
  }
  return value && analysis.member(value, key, name);
}

/** An object of the class that a class extends. */
export function superValue(
  inside: Place,
  analysis: Analysis,
  args: readonly Place[] = [],
): Value | null {
  const base = childOf(inside.node, "superClass");
  const value = base && analysis.evaluate(at(inside, base));
  const given =
    childOf(inside.node, "superTypeArguments") ?? childOf(inside.node, "superTypeParameters");
  if (value?.is === "class") {
    const base = instanceOf(value.place, inside, analysis, given);
    return { ...base, args: superArguments(inside, args) };
  }
  if (value?.is === "external") {
    const types = given ? childrenOf(given, "params").map((each) => at(inside, each)) : [];
    return ask(analysis, value, (adapter) => adapter.typed?.(value, types, analysis));
  }
  // `class PrismaService extends createExtendedClient() {}`
  return value?.is === "handle" ? value : null;
}

/** The handle that a class of ours extends, be it by way of others. */
export function libraryBase(instance: Instance, analysis: Analysis, depth = 0): Handle | null {
  const base = superValue(inClass(instance, instance), analysis);
  if (base?.is === "handle") return base;
  return base?.is === "instance" && depth < deepest ? libraryBase(base, analysis, depth + 1) : null;
}

/** A static property or method of a class, or of one that it extends. */
export function staticMember(
  cls: Place,
  key: string,
  analysis: Analysis,
  receiver = cls,
  depth = 0,
): Value | null {
  const inside: Place = { ...cls, scope: cls.module.scopeIn(cls.node) };
  for (const member of membersOf(cls.node)) {
    if (member.static !== true || propertyKey(member) !== key) continue;
    const value = memberValue(member, inside, { is: "class", place: receiver }, analysis);
    if (value) return value;
  }
  const base = depth < deepest ? childOf(cls.node, "superClass") : null;
  const parent = base && analysis.evaluate(at(cls, base));
  return parent?.is === "class"
    ? staticMember(parent.place, key, analysis, receiver, depth + 1)
    : null;
}
