import type { Span } from "@domain-isolation/model";
import type { SyntaxComment, SyntaxNode } from "./syntax.js";

export function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"
  );
}

/** The child under `key`, or null where there is none. */
export function childOf(node: SyntaxNode, key: string): SyntaxNode | null {
  const child = node[key];
  return isNode(child) ? child : null;
}

/** The children under `key`; the holes of arrays are left out. */
export function childrenOf(node: SyntaxNode, key: string): readonly SyntaxNode[] {
  const children = node[key];
  return Array.isArray(children) ? children.filter(isNode) : [];
}

export function spanOf(node: SyntaxNode | SyntaxComment): Span {
  const [start, end] = node.range ?? [node.start ?? 0, node.end ?? 0];
  return { start, end };
}

/** The place of a name; the node of a declared one ends behind its type. */
export function nameSpan(node: SyntaxNode): Span {
  const { start, end } = spanOf(node);
  const name = identifierName(node);
  return { start, end: name !== null && node.typeAnnotation ? start + name.length : end };
}

/** The name of an identifier, of code or of JSX. */
export function identifierName(node: SyntaxNode | null): string | null {
  const isIdentifier = node?.type === "Identifier" || node?.type === "JSXIdentifier";
  return isIdentifier && typeof node.name === "string" ? node.name : null;
}

/** The value of a string literal, or of a template without holes. */
export function stringValue(node: SyntaxNode | null): string | null {
  if (node?.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node?.type !== "TemplateLiteral") return null;
  return childrenOf(node, "expressions").length === 0 ? templateText(node, 0) : null;
}

/** The text of a template between two holes, null where an escape is invalid. */
export function templateText(template: SyntaxNode, index: number): string | null {
  const value = childrenOf(template, "quasis")[index]?.value;
  const isCooked = typeof value === "object" && value !== null && "cooked" in value;
  return isCooked && typeof value.cooked === "string" ? value.cooked : null;
}

/** The name in an import or export specifier: an identifier or a string. */
export function moduleExportName(node: SyntaxNode | null): string | null {
  return identifierName(node) ?? stringValue(node);
}

/**
 * What a member access or a property reads, where the text says it: `a.b`, `a["b"]`, `{ b: … }`; of a
 * private name, `#b`.
 */
export function keyName(node: SyntaxNode, key: "property" | "key"): string | null {
  const name = childOf(node, key);
  if (name?.type === "PrivateIdentifier" && typeof name.name === "string") return `#${name.name}`;
  return node.computed === true ? stringValue(name) : moduleExportName(name);
}

const wrappers = new Set([
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
  "ChainExpression",
]);

/** Whether a node has the value of its `expression`: parentheses, `as`, `satisfies`, `!`. */
export function isWrapper(node: SyntaxNode): boolean {
  return wrappers.has(node.type);
}

/** An expression without what only wraps it. */
export function unwrap(node: SyntaxNode | null): SyntaxNode | null {
  let inner = node;
  while (inner && isWrapper(inner)) inner = childOf(inner, "expression");
  return inner;
}
