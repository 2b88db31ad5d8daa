import { childOf, childrenOf } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { walk } from "../../syntax/walk.js";
import { contains } from "./find-statements.js";

/** What runs only if something holds, by the node around it. */
const branches: Readonly<Record<string, readonly string[] | undefined>> = {
  IfStatement: ["consequent", "alternate"],
  ConditionalExpression: ["consequent", "alternate"],
  LogicalExpression: ["right"],
  SwitchStatement: ["cases"],
  TryStatement: ["handler"],
};

/** Whether a function may run without coming to a node in it. */
export function isConditional(node: SyntaxNode, within: SyntaxNode): boolean {
  let isFound = false;
  walk(within, (each) => {
    if (isFound || !contains(each, node)) return false;
    isFound = branchesOf(each).some((branch) => contains(branch, node));
    return !isFound;
  });
  return isFound;
}

function branchesOf(node: SyntaxNode): readonly SyntaxNode[] {
  const keys = branches[node.type] ?? [];
  return keys.flatMap((key) => childOf(node, key) ?? childrenOf(node, key));
}
