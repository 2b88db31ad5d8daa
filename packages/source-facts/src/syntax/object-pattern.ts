import type { ImportedName } from "@domain-isolation/model";
import { childOf, childrenOf, identifierName, keyName, spanOf } from "./node.js";
import type { SyntaxNode } from "./syntax.js";

/** The properties that an object pattern takes, or null where it may take any. */
export function propertiesOf(pattern: SyntaxNode): readonly ImportedName[] | null {
  if (pattern.type !== "ObjectPattern") return null;
  const names: ImportedName[] = [];
  for (const property of childrenOf(pattern, "properties")) {
    const name = property.type === "Property" ? keyName(property, "key") : null;
    const key = childOf(property, "key");
    if (name === null || !key) return null;
    const value = childOf(property, "value");
    const local = identifierName(
      value?.type === "AssignmentPattern" ? childOf(value, "left") : value,
    );
    names.push({ name, ...(local === null ? {} : { local }), typeOnly: false, span: spanOf(key) });
  }
  return names;
}
