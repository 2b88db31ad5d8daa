import { childOf, childrenOf, identifierName, keyName, moduleExportName, unwrap } from "./node.js";
import { lookUp, type Declaration, type Scope } from "./scopes.js";
import type { SyntaxNode } from "./syntax.js";

/** An expression and the scope in which its names have their meaning. */
export interface Place {
  readonly node: SyntaxNode;
  readonly scope: Scope;
}

/** Chains longer than this are circular, or nobody's idea of a constant. */
const longestChain = 20;

/**
 * The expression that an expression always stands for: a constant's initialiser, the value of a
 * constant object's property or of an enum's member; itself where there is nothing behind it.
 */
export function definitionOf(place: Place, steps = longestChain): Place {
  const node = unwrap(place.node) ?? place.node;
  const here = { node, scope: place.scope };
  if (steps === 0) return here;
  const next =
    node.type === "Identifier"
      ? constantValue(node, place.scope)
      : node.type === "MemberExpression"
        ? memberValue(node, place.scope, steps - 1)
        : null;
  return next ? definitionOf(next, steps - 1) : here;
}

function constantValue(identifier: SyntaxNode, scope: Scope): Place | null {
  const [declaration, ...others] = lookUp(identifierName(identifier) ?? "", scope);
  if (declaration?.kind !== "const" || others.length > 0) return null;
  return valueOf(declaration);
}

/** What a constant is initialised with, followed along the keys of its pattern. */
function valueOf({ node, path, scope }: Declaration): Place | null {
  const value = childOf(node, "init");
  if (!value || !path) return null;
  return path.reduce<Place | null>(
    (object, key) => object && propertyValue(definitionOf(object), key),
    { node: value, scope },
  );
}

function memberValue(member: SyntaxNode, scope: Scope, steps: number): Place | null {
  const object = unwrap(childOf(member, "object"));
  const key = keyName(member, "property");
  if (!object || key === null) return null;
  return (
    enumValue(object, key, scope) ??
    propertyValue(definitionOf({ node: object, scope }, steps), key)
  );
}

function propertyValue({ node, scope }: Place, key: string): Place | null {
  if (node.type !== "ObjectExpression") return null;
  const properties = childrenOf(node, "properties");
  // What a spread or a computed key puts there is unknown, so nothing is certain.
  const isPlain = properties.every(
    (property) =>
      property.type === "Property" && property.kind === "init" && keyName(property, "key") !== null,
  );
  const property = isPlain ? properties.findLast((each) => keyName(each, "key") === key) : null;
  const value = property && childOf(property, "value");
  return value ? { node: value, scope } : null;
}

function enumValue(object: SyntaxNode, key: string, scope: Scope): Place | null {
  for (const { kind, node, scope: outer } of lookUp(identifierName(object) ?? "", scope)) {
    if (kind !== "enum") return null;
    const members = childrenOf(childOf(node, "body") ?? node, "members");
    const member = members.find((each) => moduleExportName(childOf(each, "id")) === key);
    const value = member && childOf(member, "initializer");
    if (value) return { node: value, scope: outer };
  }
  return null;
}
