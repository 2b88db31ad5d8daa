import { childOf, childrenOf, keyName, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";

/** A method of a chain of calls. */
export interface CalledMethod {
  readonly method: string;
  readonly args: readonly SyntaxNode[];
}

/** What a chain of calls calls, the last first: `returning`, `set`, `update` of one on one line. */
export function calledMethods(chain: SyntaxNode): readonly CalledMethod[] {
  const found: CalledMethod[] = [];
  for (let node = unwrap(chain); node;) {
    const callee = node.type === "CallExpression" ? unwrap(childOf(node, "callee")) : null;
    const method = callee?.type === "MemberExpression" ? keyName(callee, "property") : null;
    if (method !== null) found.push({ method, args: childrenOf(node, "arguments") });
    node = unwrap((callee ? childOf(callee, "object") : null) ?? childOf(node, "object"));
  }
  return found;
}
