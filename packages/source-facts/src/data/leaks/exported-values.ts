import { childOf, childrenOf, moduleExportName, stringValue } from "../../syntax/node.js";
import { patternNames } from "../../syntax/pattern-names.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { contains } from "../collect/find-statements.js";
import { exportValue, topLevel } from "../evaluate/exported.js";
import type { DataModule } from "../values/data-module.js";
import type { Value } from "../values/value.js";

/** Something that a file gives away, be it its own or another's. */
export interface ExportedValue {
  readonly name: string;
  /** Where the file names it. */
  readonly named: SyntaxNode;
  readonly value: Value | null;
}

/** Barrels of barrels. */
const deepest = 8;

/** What a file gives away, in the order of its statements. */
export function exportedValues(module: DataModule, analysis: Analysis): readonly ExportedValue[] {
  return childrenOf(module.source.program, "body").flatMap((statement) => {
    switch (statement.type) {
      case "ExportNamedDeclaration":
        return ofNamed(statement, module, analysis);
      case "ExportDefaultDeclaration":
        return ofDeclaration(childOf(statement, "declaration"), module, analysis, "default");
      case "ExportAllDeclaration":
        return ofAll(statement, module, analysis);
      default:
        return ofCommonJs(statement, module, analysis);
    }
  });
}

function ofNamed(
  statement: SyntaxNode,
  module: DataModule,
  analysis: Analysis,
): readonly ExportedValue[] {
  const specifiers = childrenOf(statement, "specifiers").flatMap((specifier) => {
    const named = childOf(specifier, "exported");
    const name = moduleExportName(named);
    if (!named || name === null || specifier.exportKind === "type") return [];
    return [{ name, named, value: exportValue(module.file, name, analysis) }];
  });
  const declared = ofDeclaration(childOf(statement, "declaration"), module, analysis);
  return statement.exportKind === "type" ? declared : [...declared, ...specifiers];
}

function ofDeclaration(
  node: SyntaxNode | null,
  module: DataModule,
  analysis: Analysis,
  fallback: string | null = null,
): readonly ExportedValue[] {
  if (!node) return [];
  if (node.type === "VariableDeclaration") return ofVariables(node, module, analysis);
  const id = childOf(node, "id");
  const name = moduleExportName(id) ?? fallback;
  const place = topLevel(module, node);
  // One without a body is declared nowhere else.
  const value: Value | null =
    node.type === "TSDeclareFunction"
      ? { is: "function", place, receiver: null }
      : analysis.evaluate(place);
  return name === null ? [] : [{ name, named: id ?? node, value }];
}

function ofVariables(
  declaration: SyntaxNode,
  module: DataModule,
  analysis: Analysis,
): readonly ExportedValue[] {
  return childrenOf(declaration, "declarations").flatMap((each) =>
    patternNames(childOf(each, "id")).map(({ name, node: named }) => {
      const value = analysis.evaluate(topLevel(module, { type: "Identifier", name }));
      return { name, named, value };
    }),
  );
}

/** `export * from "./codes.js"` */
function ofAll(
  statement: SyntaxNode,
  module: DataModule,
  analysis: Analysis,
): readonly ExportedValue[] {
  const named = childOf(statement, "source");
  const specifier = stringValue(named);
  if (!named || specifier === null || childOf(statement, "exported")) return [];
  const target = analysis.world.resolve(module.file, specifier, "*");
  if (!target || !("file" in target)) return [];
  return [...new Set(namesOf(target.file, analysis))].map((name) => {
    return { name, named, value: exportValue(target.file, name, analysis) };
  });
}

function namesOf(file: string, analysis: Analysis, depth = 0): readonly string[] {
  const module = depth < deepest ? analysis.module(file) : null;
  if (!module) return [];
  const own = [...module.exports.named.keys()].filter((name) => name !== "default");
  const passed = module.exports.stars.flatMap((specifier) => {
    const target = analysis.world.resolve(file, specifier, "*");
    return target && "file" in target ? namesOf(target.file, analysis, depth + 1) : [];
  });
  return [...own, ...passed];
}

/** `module.exports = { find }`, `exports.find = …` */
function ofCommonJs(
  statement: SyntaxNode,
  module: DataModule,
  analysis: Analysis,
): readonly ExportedValue[] {
  return [...module.exports.named].flatMap(([name, exported]) => {
    if (!("node" in exported) || !contains(statement, exported.node)) return [];
    const { node: named } = exported;
    return [{ name, named, value: analysis.evaluate(topLevel(module, named)) }];
  });
}
