import { childOf, childrenOf, identifierName, isNode, keyName } from "./node.js";
import type { SyntaxNode } from "./syntax.js";

/** A name that a pattern binds, and the path of keys to it, or null where that can't be told. */
export interface PatternName {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly path: readonly string[] | null;
}

/** The names that a binding pattern declares: `{ a, b: [c], ...d }`; the path to `c` is `b`, `0`. */
export function patternNames(
  pattern: SyntaxNode | null,
  path: readonly string[] | null = [],
): readonly PatternName[] {
  if (!pattern) return [];
  const name = identifierName(pattern);
  if (name !== null) return [{ name, node: pattern, path }];
  switch (pattern.type) {
    case "ObjectPattern":
      return childrenOf(pattern, "properties").flatMap((property) => propertyNames(property, path));
    case "ArrayPattern":
      return elementsOf(pattern).flatMap((element, index) =>
        patternNames(element, path && [...path, String(index)]),
      );
    case "AssignmentPattern":
      return patternNames(childOf(pattern, "left"), path);
    case "RestElement":
      return patternNames(childOf(pattern, "argument"), null);
    case "TSParameterProperty":
      return patternNames(childOf(pattern, "parameter"), null);
    default:
      return [];
  }
}

/** A hole has no name, but those behind it stand one further. */
function elementsOf({ elements }: SyntaxNode): readonly (SyntaxNode | null)[] {
  return Array.isArray(elements) ? elements.map((each) => (isNode(each) ? each : null)) : [];
}

function propertyNames(property: SyntaxNode, path: readonly string[] | null) {
  if (property.type === "RestElement") return patternNames(property);
  const key = keyName(property, "key");
  return patternNames(childOf(property, "value"), path && key !== null ? [...path, key] : null);
}
