import { childOf, childrenOf, spanOf } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Frame, Place } from "../values/place.js";
import type { Instance } from "../values/value.js";

export function membersOf(cls: SyntaxNode): readonly SyntaxNode[] {
  const body = childOf(cls, "body");
  return body ? childrenOf(body, "body") : [];
}

export function constructorOf(cls: SyntaxNode): SyntaxNode | null {
  const member = membersOf(cls).find(
    (each) => each.kind === "constructor" && childOf(each, "value")?.type === "FunctionExpression",
  );
  return member ? childOf(member, "value") : null;
}

/** What is known of the constructor's parameters, for members that are made of them. */
export function constructionFrame({ class: cls, args }: Instance): Frame | null {
  const made = args.length > 0 ? constructorOf(cls.node) : null;
  return made && { of: made, args, receiver: null, types: new Map(), outer: null, depth: 0 };
}

/** What a class hands to the constructor of the one that it extends: `super("users", db)`. */
export function superArguments(inside: Place, own: readonly Place[]): readonly Place[] {
  const { node, module } = inside;
  const made = constructorOf(node);
  if (!made) return own;
  const { start, end } = spanOf(made);
  const call = module.calls.find((each) => {
    const span = spanOf(each.node);
    return childOf(each.node, "callee")?.type === "Super" && start <= span.start && span.end <= end;
  });
  if (!call) return [];
  const around: Place = { ...inside, scope: call.scope };
  return childrenOf(call.node, "arguments").map((arg) => ({ ...around, node: arg }));
}
