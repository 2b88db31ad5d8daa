import type { ImportedName } from "@domain-isolation/model";
import { addImport, type Reader } from "../extraction.js";
import { importedName } from "../../syntax/imported-name.js";
import { childOf, childrenOf, identifierName, spanOf, stringValue } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";

/** `import a, { b as c } from "x"`, `import "x"` */
export const readImportDeclaration: Reader = (node, _ancestors, extraction) => {
  const source = childOf(node, "source");
  const text = stringValue(source);
  if (!source || text === null) return;
  const isType = node.importKind === "type";
  const names = childrenOf(node, "specifiers").map((specifier) => nameOf(specifier, isType));
  const form = names.length === 0 && !isType ? "side-effect" : "import";
  const typeOnly = isType || (names.length > 0 && names.every((name) => name.typeOnly));
  addImport(extraction, { form, typeOnly, names }, { text, span: spanOf(source) });
};

function nameOf(specifier: SyntaxNode, isType: boolean): ImportedName {
  const local = childOf(specifier, "local");
  const named = childOf(specifier, "imported") ?? local ?? specifier;
  return {
    name: importedName(specifier),
    local: identifierName(local) ?? "",
    typeOnly: isType || specifier.importKind === "type",
    span: spanOf(named),
  };
}
