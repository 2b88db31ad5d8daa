import type { ImportedName } from "@domain-isolation/model";
import { membersOf } from "../syntax/members-of.js";
import {
  childOf,
  childrenOf,
  identifierName,
  isWrapper,
  keyName,
  nameSpan,
  spanOf,
} from "../syntax/node.js";
import { propertiesOf } from "../syntax/object-pattern.js";
import type { SyntaxNode } from "../syntax/syntax.js";
import type { Ancestors } from "../syntax/walk.js";

/**
 * The names that are taken of the module object that an expression yields, as far as the code around
 * it shows; `"*"` where it is used as a whole, none where it is not used at all. `import("x")` yields
 * a promise of it: names are taken where it is awaited, or by `.then`.
 */
export function takenNames(
  expression: SyntaxNode,
  ancestors: Ancestors,
  yields: "module" | "promise",
): readonly ImportedName[] {
  let depth = ancestors.length - 1;
  let value = expression;
  let parent = ancestors[depth];
  let isPromise = yields === "promise";
  while (parent && (isWrapper(parent) || parent.type === "AwaitExpression")) {
    if (parent.type === "AwaitExpression") isPromise = false;
    value = parent;
    parent = ancestors[--depth];
  }
  const whole = [{ name: "*", typeOnly: false, span: spanOf(expression) }];
  if (!parent) return whole;
  if (parent.type === "ExpressionStatement") return [];
  const names = isPromise
    ? namesOfPromise(parent, ancestors[depth - 1])
    : namesOfModule(parent, value);
  return names ?? whole;
}

function namesOfModule(parent: SyntaxNode, value: SyntaxNode): readonly ImportedName[] | null {
  switch (parent.type) {
    case "MemberExpression":
      return childOf(parent, "object") === value ? memberName(parent) : null;
    case "VariableDeclarator":
      return namesOfPattern(childOf(parent, "id"));
    case "AssignmentExpression":
      return childOf(parent, "right") === value ? namesOfPattern(childOf(parent, "left")) : null;
    default:
      return null;
  }
}

function memberName(member: SyntaxNode): readonly ImportedName[] | null {
  const name = keyName(member, "property");
  const property = childOf(member, "property");
  return name === null || !property ? null : [{ name, typeOnly: false, span: spanOf(property) }];
}

function namesOfPromise(member: SyntaxNode, call: SyntaxNode | undefined) {
  const isThen = member.type === "MemberExpression" && keyName(member, "property") === "then";
  return isThen && call?.type === "CallExpression" ? callbackNames(call) : null;
}

/** `.then(({ a }) => …)`, `.then((m) => m.a)` */
function callbackNames(call: SyntaxNode): readonly ImportedName[] | null {
  const [callback] = childrenOf(call, "arguments");
  const [parameter] = callback ? childrenOf(callback, "params") : [];
  const body = callback && childOf(callback, "body");
  if (!parameter || !body) return null;
  const local = identifierName(parameter);
  if (local === null) return namesOfPattern(parameter);
  return membersOf(body, local);
}

function namesOfPattern(pattern: SyntaxNode | null): readonly ImportedName[] | null {
  const local = identifierName(pattern);
  if (pattern && local !== null) {
    return [{ name: "*", local, typeOnly: false, span: nameSpan(pattern) }];
  }
  return pattern && propertiesOf(pattern);
}
