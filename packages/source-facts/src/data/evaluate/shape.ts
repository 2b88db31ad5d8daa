import { childOf, childrenOf } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { propertyKey } from "./evaluate-member.js";

/** A property of a value of an interface, or of a type that is written out. */
export function shapeMember(shape: Place, key: string, analysis: Analysis): Value | null {
  const member = shapeMembers(shape.node).find((each) => propertyKey(each) === key);
  if (!member) return inheritedMember(shape, key, analysis);
  if (member.type === "TSMethodSignature")
    return { is: "function", place: at(shape, member), receiver: null };
  const annotation = childOf(member, "typeAnnotation");
  return annotation ? analysis.evaluateType(at(shape, annotation)) : null;
}

function shapeMembers(node: SyntaxNode): readonly SyntaxNode[] {
  const body = childOf(node, "body");
  return body ? childrenOf(body, "body") : childrenOf(node, "members");
}

function inheritedMember(shape: Place, key: string, analysis: Analysis): Value | null {
  for (const base of childrenOf(shape.node, "extends")) {
    const value = analysis.evaluateType(at(shape, base));
    const member = value && analysis.member(value, key, shape);
    if (member) return member;
  }
  return null;
}
