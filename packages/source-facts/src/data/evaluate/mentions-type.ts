import { identifierName } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { walk } from "../../syntax/walk.js";

/** Whether a type of that name stands in what is written at a parameter. */
export function mentionsType(pattern: SyntaxNode, name: string): boolean {
  let isFound = false;
  walk(pattern, (node, ancestors) => {
    if (identifierName(node) === name && ancestors.at(-1)?.type === "TSTypeReference")
      isFound = true;
    return !isFound;
  });
  return isFound;
}
