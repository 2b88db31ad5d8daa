import type { Extraction, Reader } from "../extraction.js";
import { isGlobal } from "../module-functions.js";
import { childOf, childrenOf, keyName, spanOf, unwrap } from "../../syntax/node.js";
import { originOf } from "../origin-of.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Ancestors } from "../../syntax/walk.js";

/** `module.exports = …`, `exports.a = …`, `module.exports.a = …` */
export const readAssignment: Reader = (node, ancestors, extraction) => {
  const left = unwrap(childOf(node, "left"));
  if (left?.type !== "MemberExpression" && left?.type !== "Identifier") return;
  const value = assignedValue(node);
  if (!value) return;
  if (isExports(left, ancestors, extraction)) {
    if (left.type === "MemberExpression") addWhole(left, value, ancestors, extraction);
    return;
  }
  const name = keyName(left, "property");
  const property = childOf(left, "property");
  if (!isExports(unwrap(childOf(left, "object")), ancestors, extraction)) return;
  if (name !== null && property) add(name, property, value, ancestors, extraction);
};

/** Of `exports = module.exports = a` it is `a`. */
function assignedValue(assignment: SyntaxNode): SyntaxNode | null {
  let value: SyntaxNode | null = assignment;
  while (value?.type === "AssignmentExpression") value = unwrap(childOf(value, "right"));
  return value;
}

/** `exports` or `module.exports` */
function isExports(node: SyntaxNode | null, ancestors: Ancestors, extraction: Extraction): boolean {
  if (node?.type !== "MemberExpression") return isGlobal(node, "exports", ancestors, extraction);
  if (keyName(node, "property") !== "exports") return false;
  return isGlobal(unwrap(childOf(node, "object")), "module", ancestors, extraction);
}

/**
 * The whole of `module.exports`. A module that is passed on gives all its names, and itself as the
 * default; so does an interop import bind it.
 */
function addWhole(
  left: SyntaxNode,
  value: SyntaxNode,
  ancestors: Ancestors,
  extraction: Extraction,
): void {
  if (value.type === "ObjectExpression") {
    for (const property of childrenOf(value, "properties")) {
      addProperty(property, ancestors, extraction);
    }
    return;
  }
  const origin = originOf(value, ancestors, extraction);
  if (origin?.name === "*") add("*", left, value, ancestors, extraction);
  const from = origin?.name === "*" ? { ...origin, name: "default" } : origin;
  push("default", left, from, extraction);
}

function addProperty(property: SyntaxNode, ancestors: Ancestors, extraction: Extraction): void {
  if (property.type === "SpreadElement") {
    const value = unwrap(childOf(property, "argument"));
    const origin = value && originOf(value, ancestors, extraction);
    if (value && origin?.name === "*") push("*", value, origin, extraction);
    return;
  }
  const name = keyName(property, "key");
  const key = childOf(property, "key");
  const value = childOf(property, "value");
  if (name !== null && key && value) add(name, key, value, ancestors, extraction);
}

function add(
  name: string,
  place: SyntaxNode,
  value: SyntaxNode,
  ancestors: Ancestors,
  extraction: Extraction,
): void {
  push(name, place, originOf(value, ancestors, extraction), extraction);
}

function push(
  name: string,
  place: SyntaxNode,
  from: ReturnType<typeof originOf>,
  { exports }: Extraction,
): void {
  const fact = { kind: "export", name, span: spanOf(place), typeOnly: false } as const;
  exports.push(from ? { ...fact, from } : fact);
}
