import { childOf, identifierName, keyName, unwrap } from "./node.js";
import type { SyntaxNode } from "./syntax.js";

/** `import.meta` */
export function isImportMeta(node: SyntaxNode | null): boolean {
  return node?.type === "MetaProperty" && identifierName(childOf(node, "meta")) === "import";
}

/** `import.meta.url`, `import.meta.filename` */
export function isImportMetaUrl(node: SyntaxNode | null): boolean {
  const member = unwrap(node);
  if (member?.type !== "MemberExpression") return false;
  const property = keyName(member, "property");
  const isOwn = property === "url" || property === "filename";
  return isOwn && isImportMeta(unwrap(childOf(member, "object")));
}

/** Where this module stands, in the words of either module system. */
export function isOwnFile(node: SyntaxNode | null): boolean {
  return identifierName(unwrap(node)) === "__filename" || isImportMetaUrl(node);
}
