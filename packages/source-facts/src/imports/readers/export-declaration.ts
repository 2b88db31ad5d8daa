import type { ImportedName } from "@domain-isolation/model";
import { addImport, type Reader } from "../extraction.js";
import type { WrittenExport } from "../link-exports.js";
import {
  childOf,
  childrenOf,
  identifierName,
  moduleExportName,
  nameSpan,
  spanOf,
  stringValue,
  unwrap,
} from "../../syntax/node.js";
import { patternNames } from "../../syntax/pattern-names.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { afterKeyword, skipTrivia } from "../../syntax/trivia.js";
import type { Ancestors } from "../../syntax/walk.js";

/** `export { a as b }`, `export { a } from "x"`, `export const a = …` */
export const readExportNamed: Reader = (node, ancestors, extraction) => {
  const source = childOf(node, "source");
  const specifier = stringValue(source);
  const isType = node.exportKind === "type";
  const specifiers = childrenOf(node, "specifiers");
  if (source && specifier !== null) {
    const names = specifiers.map((child) => takenName(child, isType));
    const isEmpty = names.length === 0;
    const typeOnly = isEmpty ? isType : names.every((name) => name.typeOnly);
    const reach = { form: "export", typeOnly, names } as const;
    addImport(extraction, reach, { text: specifier, span: spanOf(source) });
  }
  if (isInNamespace(ancestors)) return;
  const declaration = childOf(node, "declaration");
  extraction.exports.push(
    ...specifiers.map((child) => givenName(child, isType, specifier)),
    ...(declaration ? declaredExports(declaration) : []),
  );
};

function takenName(specifier: SyntaxNode, isType: boolean): ImportedName {
  const local = childOf(specifier, "local") ?? specifier;
  const typeOnly = isType || specifier.exportKind === "type";
  return { name: moduleExportName(local) ?? "", typeOnly, span: spanOf(local) };
}

function givenName(node: SyntaxNode, isType: boolean, specifier: string | null): WrittenExport {
  const { name, typeOnly } = takenName(node, isType);
  const exported = childOf(node, "exported") ?? node;
  return {
    ...exportFact(moduleExportName(exported) ?? "", exported),
    typeOnly,
    ...(specifier === null ? { local: name } : { from: { specifier, name } }),
  };
}

function declaredExports(declaration: SyntaxNode): readonly WrittenExport[] {
  if (declaration.type === "VariableDeclaration") {
    return childrenOf(declaration, "declarations").flatMap((declarator) =>
      patternNames(childOf(declarator, "id")).map(({ name, node }) => exportFact(name, node)),
    );
  }
  const id = firstIdentifier(childOf(declaration, "id"));
  const name = identifierName(id);
  if (!id || name === null) return [];
  const isEquals = declaration.type === "TSImportEqualsDeclaration";
  const typeOnly =
    isTypeDeclaration(declaration) || (isEquals && declaration.importKind === "type");
  return [{ ...exportFact(name, id), typeOnly, ...(isEquals ? { local: name } : {}) }];
}

/** Of `namespace A.B {}` it is `A` that is declared. */
function firstIdentifier(id: SyntaxNode | null): SyntaxNode | null {
  let first = id;
  while (first?.type === "TSQualifiedName") first = childOf(first, "left");
  return first;
}

/** `export default …` */
export const readExportDefault: Reader = (node, ancestors, extraction) => {
  const declaration = childOf(node, "declaration");
  if (!declaration || isInNamespace(ancestors)) return;
  const { start } = spanOf(node);
  const keyword = afterKeyword(extraction.source.text, start, "export");
  const local = identifierName(withoutParentheses(declaration));
  extraction.exports.push({
    kind: "export",
    name: "default",
    span: { start: keyword, end: keyword + "default".length },
    typeOnly: isTypeDeclaration(declaration),
    ...(local === null ? {} : { local }),
  });
};

function withoutParentheses(node: SyntaxNode): SyntaxNode | null {
  return node.type === "ParenthesizedExpression" ? unwrap(node) : node;
}

/** `export * from "x"`, `export * as a from "x"` */
export const readExportAll: Reader = (node, ancestors, extraction) => {
  const source = childOf(node, "source");
  const specifier = stringValue(source);
  if (!source || specifier === null) return;
  const { text } = extraction.source;
  const exported = childOf(node, "exported");
  const typeOnly = node.exportKind === "type";
  const span = exported ? spanOf(exported) : starSpan(text, spanOf(node).start);
  const reach = { form: "export-star", typeOnly, names: [{ name: "*", typeOnly, span }] } as const;
  addImport(extraction, reach, { text: specifier, span: spanOf(source) });
  if (isInNamespace(ancestors)) return;
  const name = moduleExportName(exported) ?? "*";
  const from = { specifier, name: "*" };
  extraction.exports.push({ kind: "export", name, span, typeOnly, from });
};

/** The `*` of the `export *` that starts at `offset`. */
export function starSpan(text: string, offset: number) {
  const keyword = afterKeyword(text, offset, "export");
  const start = skipTrivia(text, afterKeyword(text, keyword, "type"));
  return { start, end: start + 1 };
}

/** `export = a`: what an import of the default binds, where TypeScript's interop is on. */
export const readExportAssignment: Reader = (node, ancestors, extraction) => {
  if (isInNamespace(ancestors)) return;
  const local = identifierName(unwrap(childOf(node, "expression")));
  const fact = exportFact("default", node);
  extraction.exports.push({ ...fact, ...(local === null ? {} : { local }) });
};

function exportFact(name: string, node: SyntaxNode): WrittenExport {
  return { kind: "export", name, span: nameSpan(node), typeOnly: false };
}

function isTypeDeclaration({ type }: SyntaxNode): boolean {
  return type === "TSInterfaceDeclaration" || type === "TSTypeAliasDeclaration";
}

function isInNamespace(ancestors: Ancestors): boolean {
  return ancestors.some(({ type }) => type === "TSModuleBlock");
}
