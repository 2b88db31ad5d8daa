import type { Span } from "@domain-isolation/model";
import { childOf, identifierName, keyName, nameSpan, spanOf, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Place } from "../values/place.js";

/** What the code calls a thing, and where. */
export interface MadeName {
  readonly name: string;
  readonly span: Span;
}

/** `users` of `const users = pgTable(…).enableRLS()`; null where what is made has no name. */
export function madeName({ node, module: { calls } }: Place): MadeName | null {
  let made = node;
  for (let outer: SyntaxNode | undefined = node; outer;) {
    made = outer;
    outer = calls.find((call) => calledOn(call.node) === made)?.node;
  }
  const parent = calls.find((call) => call.node === made)?.parent;
  return parent ? declaredName(parent) : null;
}

function calledOn(call: SyntaxNode): SyntaxNode | null {
  const callee = unwrap(childOf(call, "callee"));
  return callee && unwrap(childOf(callee, "object"));
}

function declaredName(parent: SyntaxNode): MadeName | null {
  const isDeclared = parent.type === "VariableDeclarator";
  const node = isDeclared ? childOf(parent, "id") : childOf(parent, "key");
  const name = isDeclared ? identifierName(node) : keyName(parent, "key");
  if (!node || name === null) return null;
  return { name, span: isDeclared ? nameSpan(node) : spanOf(node) };
}
