import type { HandleSource } from "@domain-isolation/model";
import { childOf, identifierName, spanOf, unwrap } from "../../syntax/node.js";
import { lookUp, type Declaration } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { at, type Place } from "../values/place.js";

/** What a chain of calls begins with: a name, or a property of `this` or of a name. */
export interface HandleRoot {
  readonly place: Place;
  readonly source: HandleSource;
  /** What the name was declared with. */
  readonly made: SyntaxNode | null;
}

/** `db` of `db.select().from(users)`, `this.db` of `this.db.query()` */
export function rootOf(call: Place): HandleRoot {
  let node: SyntaxNode = unwrap(call.node) ?? call.node;
  let before = node;
  for (let next = innerOf(node); next; next = innerOf(node)) {
    before = node;
    node = next;
  }
  if (node.type === "ThisExpression") {
    return {
      place: at(call, before.type === "MemberExpression" ? before : node),
      source: "injected",
      made: null,
    };
  }
  const [declaration] = lookUp(identifierName(node) ?? "", call.scope);
  const made = declaration ? unwrap(childOf(declaration.node, "init")) : null;
  return { place: at(call, node), source: sourceOf(declaration, made), made };
}

function innerOf(node: SyntaxNode): SyntaxNode | null {
  return unwrap(
    childOf(node, "callee") ?? childOf(node, "tag") ?? childOf(node, "object") ?? awaited(node),
  );
}

function awaited(node: SyntaxNode): SyntaxNode | null {
  return node.type === "AwaitExpression" ? childOf(node, "argument") : null;
}

const giving = new Set(["CallExpression", "AwaitExpression", "NewExpression"]);

function sourceOf(declaration: Declaration | undefined, made: SyntaxNode | null): HandleSource {
  if (!declaration) return "global";
  if (declaration.kind === "import") return "imported";
  if (declaration.kind === "parameter") return "injected";
  return made !== null && giving.has(made.type) ? "returned" : "injected";
}

/** A root as the code writes it. */
export function writtenRoot({ place: { node, module } }: HandleRoot): string {
  const { start, end } = spanOf(node);
  return module.source.text.slice(start, end).replaceAll(/\s+/gu, "");
}
