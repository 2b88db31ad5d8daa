import {
  childOf,
  childrenOf,
  identifierName,
  keyName,
  moduleExportName,
  stringValue,
  unwrap,
} from "../../syntax/node.js";
import { patternNames } from "../../syntax/pattern-names.js";
import type { SyntaxNode } from "../../syntax/syntax.js";

/** What a module gives away under one name. */
export type ModuleExport =
  /** The value of an expression or declaration. */
  | { readonly node: SyntaxNode }
  /** What a name means at the top of the module. */
  | { readonly local: string; readonly name: SyntaxNode }
  | { readonly specifier: string; readonly name: string };

export interface ModuleExports {
  readonly named: ReadonlyMap<string, ModuleExport>;
  /** What CommonJS gives as the module itself: `module.exports = db`. */
  readonly whole: SyntaxNode | null;
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
}

/** The exports of a module, ES and CommonJS, from its top-level statements. */
export function readModuleExports(program: SyntaxNode): ModuleExports {
  const named = new Map<string, ModuleExport>();
  const stars: string[] = [];
  let whole: SyntaxNode | null = null;
  for (const statement of childrenOf(program, "body")) {
    switch (statement.type) {
      case "ExportNamedDeclaration":
        addNamed(statement, named);
        break;
      case "ExportDefaultDeclaration":
        addNode(named, "default", childOf(statement, "declaration"));
        break;
      case "ExportAllDeclaration":
        addAll(statement, named, stars);
        break;
      case "TSExportAssignment":
        whole = childOf(statement, "expression");
        addWhole(named, whole);
        break;
      case "ExpressionStatement":
        whole = addCommonJs(childOf(statement, "expression"), named) ?? whole;
        break;
    }
  }
  return { named, whole, stars };
}

function addNode(named: Map<string, ModuleExport>, name: string, node: SyntaxNode | null): void {
  if (node) named.set(name, { node });
}

function addNamed(statement: SyntaxNode, named: Map<string, ModuleExport>): void {
  const declaration = childOf(statement, "declaration");
  for (const name of declaration ? declaredNames(declaration) : [])
    named.set(name, localExport(name));
  const specifier = stringValue(childOf(statement, "source"));
  for (const each of childrenOf(statement, "specifiers")) {
    const local = moduleExportName(childOf(each, "local"));
    const exported = moduleExportName(childOf(each, "exported"));
    if (local === null || exported === null) continue;
    named.set(exported, specifier === null ? localExport(local) : { specifier, name: local });
  }
}

/** Its name is one node, so that what it means is worked out once. */
function localExport(local: string): ModuleExport {
  return { local, name: { type: "Identifier", name: local } };
}

/** The names that a declaration declares. */
export function declaredNames(declaration: SyntaxNode): readonly string[] {
  if (declaration.type !== "VariableDeclaration") {
    const name = identifierName(childOf(declaration, "id"));
    return name === null ? [] : [name];
  }
  return childrenOf(declaration, "declarations").flatMap((each) =>
    patternNames(childOf(each, "id")).map(({ name }) => name),
  );
}

function addAll(statement: SyntaxNode, named: Map<string, ModuleExport>, stars: string[]): void {
  const specifier = stringValue(childOf(statement, "source"));
  const name = moduleExportName(childOf(statement, "exported"));
  if (specifier === null) return;
  if (name === null) stars.push(specifier);
  else named.set(name, { specifier, name: "*" });
}

/** `module.exports = { a, b: c }`, `export = a` */
function addWhole(named: Map<string, ModuleExport>, value: SyntaxNode | null): void {
  addNode(named, "default", value);
  const object = unwrap(value);
  if (object?.type !== "ObjectExpression") return;
  for (const property of childrenOf(object, "properties")) {
    const key = property.type === "Property" ? keyName(property, "key") : null;
    if (key !== null) addNode(named, key, childOf(property, "value"));
  }
}

/** `exports.a = …`, `module.exports.a = …`, `module.exports = …`: that is the whole. */
function addCommonJs(
  expression: SyntaxNode | null,
  named: Map<string, ModuleExport>,
): SyntaxNode | null {
  if (expression?.type !== "AssignmentExpression") return null;
  const target = unwrap(childOf(expression, "left"));
  const value = childOf(expression, "right");
  if (target?.type !== "MemberExpression") return null;
  const object = unwrap(childOf(target, "object"));
  const name = keyName(target, "property");
  if (identifierName(object) === "module" && name === "exports") {
    addWhole(named, value);
    return value;
  }
  if (name !== null && isExportsObject(object)) addNode(named, name, value);
  return null;
}

function isExportsObject(object: SyntaxNode | null): boolean {
  if (identifierName(object) === "exports") return true;
  if (object?.type !== "MemberExpression") return false;
  const inner = unwrap(childOf(object, "object"));
  return identifierName(inner) === "module" && keyName(object, "property") === "exports";
}
