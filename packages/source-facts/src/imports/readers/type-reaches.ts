import type { ImportedName } from "@domain-isolation/model";
import { addImport, type Reader } from "../extraction.js";
import { childOf, childrenOf, identifierName, spanOf, stringValue } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";

/** `import("x").T`, `typeof import("x")` */
export const readImportType: Reader = (node, _ancestors, extraction) => {
  const source = childOf(node, "source") ?? literalOf(childOf(node, "argument"));
  const text = stringValue(source);
  if (!source || text === null) return;
  const names = [qualifiedName(childOf(node, "qualifier")) ?? wholeOf(node)];
  const reach = { form: "import-type", typeOnly: true, names } as const;
  addImport(extraction, reach, { text, span: spanOf(source) });
};

/** Older typescript-eslint has a literal type where the specifier stands. */
function literalOf(argument: SyntaxNode | null): SyntaxNode | null {
  return argument?.type === "TSLiteralType" ? childOf(argument, "literal") : argument;
}

/** Of `import("x").A.B` it is `A` that `"x"` gives. */
function qualifiedName(qualifier: SyntaxNode | null): ImportedName | null {
  let first = qualifier;
  while (first?.type === "TSQualifiedName") first = childOf(first, "left");
  const name = identifierName(first);
  return first && name !== null ? { name, typeOnly: true, span: spanOf(first) } : null;
}

function wholeOf(node: SyntaxNode): ImportedName {
  return { name: "*", typeOnly: true, span: spanOf(node) };
}

/** `import a = require("x")` */
export const readImportEquals: Reader = (node, _ancestors, extraction) => {
  const id = childOf(node, "id");
  const reference = childOf(node, "moduleReference");
  const source = reference && childOf(reference, "expression");
  const text = stringValue(source);
  const local = identifierName(id);
  if (!id || !source || text === null || local === null) return;
  const typeOnly = node.importKind === "type";
  const names = [{ name: "*", local, typeOnly, span: spanOf(id) }];
  const reach = { form: "import-equals", typeOnly, names } as const;
  addImport(extraction, reach, { text, span: spanOf(source) });
};

const moduleSyntax = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportDefaultDeclaration",
  "ExportAllDeclaration",
  "TSExportAssignment",
]);

/**
 * `declare module "x"` in a module adds to `"x"`. In a script it says that there is such a module,
 * and `"*.css"` is a pattern: neither reaches anything.
 */
export const readModuleDeclaration: Reader = (node, _ancestors, extraction) => {
  const id = childOf(node, "id");
  const text = stringValue(id);
  if (!id || text === null || text.includes("*")) return;
  if (!isModule(extraction.source.program)) return;
  const reach = { form: "module-augmentation", typeOnly: true } as const;
  addImport(extraction, reach, { text, span: spanOf(id) });
};

/** As TypeScript decides it: https://www.typescriptlang.org/docs/handbook/modules/reference.html */
function isModule(program: SyntaxNode): boolean {
  return childrenOf(program, "body").some(
    (statement) =>
      moduleSyntax.has(statement.type) ||
      childOf(statement, "moduleReference")?.type === "TSExternalModuleReference",
  );
}
