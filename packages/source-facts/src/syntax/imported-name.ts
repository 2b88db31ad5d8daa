import { childOf, moduleExportName } from "./node.js";
import type { SyntaxNode } from "./syntax.js";

/** What the target calls what an import specifier takes: `"default"`, `"*"`, or its name. */
export function importedName(specifier: SyntaxNode): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  return moduleExportName(childOf(specifier, "imported")) ?? "*";
}
