import type { Extraction } from "./extraction.js";
import { requireBase } from "./module-functions.js";
import {
  childOf,
  childrenOf,
  identifierName,
  keyName,
  stringValue,
  unwrap,
} from "../syntax/node.js";
import { lookUp, type Declaration, type Origin } from "../syntax/scopes.js";
import type { SyntaxNode } from "../syntax/syntax.js";
import type { Ancestors } from "../syntax/walk.js";

/**
 * What of another module an expression passes on: `require("./x").a`, an imported name, a constant
 * that holds one of them. Null where it is this module's own.
 */
export function originOf(
  expression: SyntaxNode,
  ancestors: Ancestors,
  extraction: Extraction,
): Origin | null {
  const node = unwrap(expression);
  switch (node?.type) {
    case "CallExpression": {
      const specifier = stringValue(childrenOf(node, "arguments")[0] ?? null);
      const isLoad = requireBase(childOf(node, "callee"), ancestors, extraction) === "here";
      return isLoad && specifier !== null ? { specifier, name: "*" } : null;
    }
    case "MemberExpression":
      return memberOf(node, ancestors, extraction);
    case "Identifier": {
      const [declaration] = lookUp(identifierName(node) ?? "", extraction.scopeAt(ancestors));
      return declaration ? declaredOrigin(declaration, ancestors, extraction) : null;
    }
    default:
      return null;
  }
}

function memberOf(member: SyntaxNode, ancestors: Ancestors, extraction: Extraction): Origin | null {
  const object = childOf(member, "object");
  const name = keyName(member, "property");
  const origin = object && originOf(object, ancestors, extraction);
  return name === null ? null : memberAt(origin, [name]);
}

function declaredOrigin(
  { kind, imported, node, path }: Declaration,
  ancestors: Ancestors,
  extraction: Extraction,
): Origin | null {
  if (imported) return imported;
  const value = kind === "const" ? unwrap(childOf(node, "init")) : null;
  if (!value || !path || !isLoad(value)) return null;
  return memberAt(originOf(value, ancestors, extraction), path);
}

/** A `require`, or members of one: a constant that holds others could lead round and round. */
function isLoad(value: SyntaxNode): boolean {
  let object: SyntaxNode | null = value;
  while (object?.type === "MemberExpression") object = unwrap(childOf(object, "object"));
  return object?.type === "CallExpression";
}

function memberAt(origin: Origin | null, path: readonly string[]): Origin | null {
  const [name, ...deeper] = path;
  if (name === undefined) return origin;
  return origin?.name === "*" && deeper.length === 0 ? { ...origin, name } : null;
}
