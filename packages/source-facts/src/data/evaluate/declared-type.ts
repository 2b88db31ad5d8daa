import { childOf, childrenOf } from "../../syntax/node.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import { propertyKey } from "./evaluate-member.js";
import { qualifiedName } from "./evaluate-type.js";
import { topLevel } from "./exported.js";
import { typeTarget } from "./exported-type.js";

/** Names of names. */
const deepest = 10;

/** A type as it is written out: names of ours are followed to what they are declared as. */
export function declaredType(place: Place, analysis: Analysis, depth = 0): Place | null {
  if (depth > deepest) return null;
  const { node } = place;
  const inner = unnamed.has(node.type) ? childOf(node, "typeAnnotation") : null;
  if (inner) return declaredType(at(place, inner), analysis, depth + 1);
  const named = childOf(node, "typeName") ?? childOf(node, "expression");
  if (!named) return place;
  const declared = namedType(qualifiedName(named), place, analysis);
  return declared && declaredType(declared, analysis, depth + 1);
}

const unnamed = new Set(["TSTypeAnnotation", "TSParenthesizedType", "TSTypeAliasDeclaration"]);

/** Where a type of ours is declared; null for those of others. */
export function namedType(name: readonly string[], place: Place, analysis: Analysis): Place | null {
  const target = typeTarget(name, place, analysis);
  if (!target || "external" in target) return null;
  const module = analysis.module(target.file);
  const exported = module?.exports.named.get(target.name);
  const local = exported && "local" in exported ? exported.local : target.name;
  const type = module?.types.get(local);
  return module && type ? topLevel(module, type) : null;
}

/** What a type says of a property: its type, or the signature of a method. */
export function memberType(type: Place, key: string, analysis: Analysis): Place | null {
  const declared = declaredType(type, analysis);
  if (!declared) return null;
  const { node } = declared;
  const body = childOf(node, "body");
  const members = body ? childrenOf(body, "body") : childrenOf(node, "members");
  const member = members.find((each) => propertyKey(each) === key);
  if (member?.type === "TSMethodSignature") return at(declared, member);
  const annotation = member && childOf(member, "typeAnnotation");
  if (annotation) return at(declared, annotation);
  return firstOf([...childrenOf(node, "extends"), ...childrenOf(node, "types")], (base) =>
    memberType(at(declared, base), key, analysis),
  );
}

function firstOf<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | null,
): Result | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
