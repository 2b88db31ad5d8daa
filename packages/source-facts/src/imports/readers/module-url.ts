import { addReach, type Extraction } from "../extraction.js";
import { childOf, childrenOf, identifierName, unwrap } from "../../syntax/node.js";
import { isImportMetaUrl } from "../../syntax/own-file.js";
import { lookUp } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Ancestors } from "../../syntax/walk.js";

/** `new URL(…, import.meta.url)` */
export function isModuleUrl(
  node: SyntaxNode,
  ancestors: Ancestors,
  extraction: Extraction,
): boolean {
  const [, base] = node.type === "NewExpression" ? childrenOf(node, "arguments") : [];
  if (!isImportMetaUrl(base ?? null)) return false;
  if (identifierName(unwrap(childOf(node, "callee"))) !== "URL") return false;
  const [declaration] = lookUp("URL", extraction.scopeAt(ancestors));
  return !declaration || /^(?:node:)?url$/u.test(declaration.imported?.specifier ?? "");
}

/** Adds the fact of a `new URL(…, import.meta.url)`. */
export function addUrl(
  form: "new-url" | "worker",
  url: SyntaxNode,
  ancestors: Ancestors,
  extraction: Extraction,
): void {
  const [address] = childrenOf(url, "arguments");
  if (address) addReach(extraction, { form }, address, ancestors, specifierOfAddress);
}

/** Addresses of elsewhere, and folders: they are no modules. */
const elsewhere = /^(?:[a-z][a-z\d+.-]*:|\/|$)|(?:^|\/)\.{0,2}$/iu;

/** An address without `./` is relative too. */
function specifierOfAddress(address: string): string | null {
  if (elsewhere.test(address)) return null;
  return /^\.{1,2}\//u.test(address) ? address : `./${address}`;
}
