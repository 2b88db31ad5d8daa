import type { SourceFacts } from "@domain-isolation/model";
import { allowancesInTree } from "../allowances/allowances-in-tree.js";
import { createExtraction, type Reader } from "./extraction.js";
import { linkExports } from "./link-exports.js";
import { reachingNodes } from "./reaching-nodes.js";
import { readCall } from "./readers/call.js";
import { readAssignment } from "./readers/commonjs-export.js";
import { readDynamicImport } from "./readers/dynamic-import.js";
import {
  readExportAll,
  readExportAssignment,
  readExportDefault,
  readExportNamed,
} from "./readers/export-declaration.js";
import { readImportDeclaration } from "./readers/import-declaration.js";
import { readJSDoc } from "./readers/jsdoc.js";
import { readNew } from "./readers/new-expression.js";
import { readTripleSlash } from "./readers/triple-slash.js";
import { readImportEquals, readImportType, readModuleDeclaration } from "./readers/type-reaches.js";
import { sortFacts } from "./sort-facts.js";
import type { ParsedSource, SyntaxNode } from "../syntax/syntax.js";
import { walk, type Ancestors } from "../syntax/walk.js";

const readers: ReadonlyMap<string, Reader> = new Map([
  ["AssignmentExpression", readAssignment],
  ["CallExpression", readCall],
  ["ExportAllDeclaration", readExportAll],
  ["ExportDefaultDeclaration", readExportDefault],
  ["ExportNamedDeclaration", readExportNamed],
  ["ImportDeclaration", readImportDeclaration],
  ["ImportExpression", readDynamicImport],
  ["NewExpression", readNew],
  ["TSExportAssignment", readExportAssignment],
  ["TSImportEqualsDeclaration", readImportEquals],
  ["TSImportType", readImportType],
  ["TSModuleDeclaration", readModuleDeclaration],
]);

/**
 * The facts of one module, from the tree of any ESTree parser: oxc's, typescript-eslint's, espree's
 * or vue-eslint-parser's, all with the same result. Never throws.
 */
export function extractFromTree(source: ParsedSource): SourceFacts {
  const extraction = createExtraction(source);
  const mayReach = reachingNodes(source);
  const read = (node: SyntaxNode, ancestors: Ancestors) => {
    if (!mayReach(node)) return false;
    readers.get(node.type)?.(node, ancestors, extraction);
    return true;
  };
  walk(source.program, read, source.visitorKeys);
  readTripleSlash(extraction);
  readJSDoc(extraction);
  const { imports, exports, opaque } = extraction;
  return sortFacts({
    imports,
    exports: linkExports(exports, imports),
    opaque,
    unreadable: [],
    allowances: allowancesInTree(source),
  });
}
