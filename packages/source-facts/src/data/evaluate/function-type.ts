import { childOf, identifierName } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Place } from "../values/place.js";

/** The function type that is written at a parameter, directly or as an alias of the same file. */
export function functionType(pattern: SyntaxNode, { module }: Place): SyntaxNode | null {
  const annotation = childOf(pattern, "typeAnnotation");
  let type = annotation && childOf(annotation, "typeAnnotation");
  for (let steps = 0; type?.type === "TSTypeReference" && steps < 5; steps++) {
    const alias = module.types.get(identifierName(childOf(type, "typeName")) ?? "");
    type = alias ? childOf(alias, "typeAnnotation") : null;
  }
  return type?.type === "TSFunctionType" ? type : null;
}
