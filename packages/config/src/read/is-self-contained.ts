import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname } from "node:path";
import type * as Oxc from "oxc-parser";
import { configPackages } from "./config-packages.js";
import { isTreeNode, ownNames, partsOf, type TreeNode } from "./own-names.js";

const requireOxc: (id: "oxc-parser") => typeof Oxc = createRequire(import.meta.url);

/** What the language brings that gives the same on every day and every machine. */
const steadyGlobals = new Set(
  "undefined NaN Infinity Object Array String Number Boolean JSON Set Map Symbol RegExp Error".split(
    " ",
  ),
);

/** Properties that lead to more than the value that has them, or tell of the machine. */
const unsteadyProperty = /^(?:constructor|__proto__|prototype|stack|locale\w*|toLocale\w*)$/u;

/**
 * Whether a configuration can say nothing else as long as these files stay as they are: they import
 * only each other, and mention nothing that knows the clock, the environment or the disk. False may
 * also mean that it can't be told.
 *
 * @param dependencies the files that were read, absolute: the configuration and what it imports
 */
export function isSelfContained(dependencies: readonly string[]): boolean {
  return dependencies.every((path) => {
    if (extname(path) === ".json") return true;
    try {
      const { program } = requireOxc("oxc-parser").parseSync(path, readFileSync(path, "utf8"));
      const tree: unknown = program;
      const own = isTreeNode(tree) ? ownNames(tree) : [];
      const known = new Set([...steadyGlobals, ...own]);
      return isTreeNode(tree) && !own.some(isGlobal) && isSteady(tree, known);
    } catch {
      return false;
    }
  });
}

/** A name that is somebody's own in one function may be the global one in the next. */
function isGlobal(name: string): boolean {
  return name in globalThis || /^(?:require|module|exports|__filename|__dirname)$/u.test(name);
}

type Known = ReadonlySet<string>;

function isSteady(node: TreeNode, known: Known): boolean {
  const judge = judgements.get(node.type);
  if (judge) return judge(node, known);
  // Of other nodes of TypeScript nothing is left when the code runs.
  return node.type.startsWith("TS") || allSteady(partsOf(node), known);
}

type Judge = (node: TreeNode, known: Known) => boolean;

const refused: Judge = () => false;
const ofExpression: Judge = ({ expression }, known) => allSteady([expression], known);

const judgements: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ["Identifier", ({ name }, known) => known.has(String(name))],
  ["MemberExpression", isSteadyMember],
  [
    "Property",
    ({ key, value, computed }, known) =>
      allSteady(computed === true ? [key, value] : [value], known),
  ],
  ["ImportDeclaration", ({ importKind, source }) => importKind === "type" || isOwnSource(source)],
  ["ExportAllDeclaration", ({ source }) => isOwnSource(source)],
  ["ExportNamedDeclaration", isSteadyExport],
  ["ExportSpecifier", ({ local }, known) => allSteady([local], known)],
  ["TSAsExpression", ofExpression],
  ["TSSatisfiesExpression", ofExpression],
  ["TSNonNullExpression", ofExpression],
  ["TSTypeAssertion", ofExpression],
  ["ImportExpression", refused],
  ["MetaProperty", refused],
  ["ThisExpression", refused],
  ["ClassDeclaration", refused],
  ["ClassExpression", refused],
  ["TSEnumDeclaration", refused],
  ["TSModuleDeclaration", refused],
  ["TSImportEqualsDeclaration", refused],
  ["TSExportAssignment", refused],
]);

function isSteadyExport({ source, declaration, specifiers }: TreeNode, known: Known): boolean {
  return source ? isOwnSource(source) : allSteady([declaration, specifiers].flat(), known);
}

function allSteady(nodes: readonly unknown[], known: Known): boolean {
  return nodes.every((node) => !isTreeNode(node) || isSteady(node, known));
}

/** `a.b` is as steady as `a`; `a[b]` may be any property of it. */
function isSteadyMember({ object, property, computed }: TreeNode, known: Known): boolean {
  if (!isTreeNode(object) || !isTreeNode(property)) return false;
  const isModuleExports = object.name === "module" && property.name === "exports";
  if (computed !== true && isModuleExports) return true;
  const isPlain = computed !== true && !unsteadyProperty.test(String(property.name));
  const isIndex = computed === true && property.type === "Literal";
  return (
    (isPlain || (isIndex && !unsteadyProperty.test(String(property.value)))) &&
    isSteady(object, known)
  );
}

function isOwnSource(source: unknown): boolean {
  const name = isTreeNode(source) ? String(source.value) : "";
  const isFile = /^\.{1,2}\//u.test(name) && !name.includes("node_modules");
  return isFile || configPackages.includes(name);
}
