import { importedName } from "./imported-name.js";
import { childOf, childrenOf, identifierName, stringValue } from "./node.js";
import { patternNames } from "./pattern-names.js";
import type { Declaration, Origin, Scope } from "./scopes.js";
import type { SyntaxNode } from "./syntax.js";
import type { Ancestors } from "./walk.js";

const namedOutside = new Set(["FunctionDeclaration", "ClassDeclaration", "TSModuleDeclaration"]);
const namedInside = new Set(["FunctionExpression", "ClassExpression"]);
const functions = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** Enters the names that a node declares: in the scope around it, and in the one that it opens. */
export function declare(node: SyntaxNode, ancestors: Ancestors, outer: Scope, inner: Scope): void {
  // `declare const require: …` says that the global one is there: it hides nothing.
  if (node.declare === true) return;
  if (namedOutside.has(node.type)) declareItself(node, outer);
  if (namedInside.has(node.type)) declareItself(node, inner);
  if (functions.has(node.type)) declareParameters(node, inner);
  switch (node.type) {
    case "VariableDeclarator":
      declareVariable(node, ancestors.at(-1), iteratedIn(ancestors), outer);
      break;
    case "CatchClause":
      declarePattern(childOf(node, "param"), "variable", inner);
      break;
    case "TSEnumDeclaration":
      add(outer, identifierName(childOf(node, "id")), { kind: "enum", node });
      break;
    case "TSImportEqualsDeclaration":
    case "ImportDeclaration":
      declareImport(node, outer);
      break;
  }
}

function declareImport(node: SyntaxNode, scope: Scope): void {
  if (node.type === "TSImportEqualsDeclaration") {
    const reference = childOf(node, "moduleReference");
    const specifier = reference && stringValue(childOf(reference, "expression"));
    const imported = specifier === null ? null : { specifier, name: "*" };
    add(scope, identifierName(childOf(node, "id")), { kind: "import", node, imported });
    return;
  }
  const specifier = stringValue(childOf(node, "source")) ?? "";
  for (const child of childrenOf(node, "specifiers")) {
    const imported = { specifier, name: importedName(child) };
    const local = identifierName(childOf(child, "local"));
    add(scope, local, { kind: "import", node: child, imported });
  }
}

function iteratedIn(ancestors: Ancestors): SyntaxNode | null {
  const loop = ancestors.at(-2);
  return loop?.type === "ForOfStatement" && loop.left === ancestors.at(-1)
    ? childOf(loop, "right")
    : null;
}

function declareVariable(
  node: SyntaxNode,
  declaration: SyntaxNode | undefined,
  iterated: SyntaxNode | null,
  scope: Scope,
): void {
  if (!declaration || declaration.declare === true) return;
  const kind = declaration.kind === "const" ? "const" : "variable";
  let owner = scope;
  if (declaration.kind === "var") while (!owner.hoists && owner.parent) owner = owner.parent;
  for (const { name, path } of patternNames(childOf(node, "id"))) {
    add(owner, name, { kind, node, path, iterated });
  }
}

function declareParameters(node: SyntaxNode, scope: Scope): void {
  for (const parameter of childrenOf(node, "params")) {
    declarePattern(parameter, "parameter", scope);
  }
}

function declarePattern(pattern: SyntaxNode | null, kind: Declaration["kind"], scope: Scope): void {
  for (const { name, node } of patternNames(pattern)) add(scope, name, { kind, node });
}

/** A function, a class or a namespace. */
function declareItself(node: SyntaxNode, scope: Scope): void {
  add(scope, identifierName(childOf(node, "id")), { kind: "other", node });
}

function add(
  scope: Scope,
  name: string | null,
  declared: Pick<Declaration, "kind" | "node"> & {
    readonly path?: readonly string[] | null;
    readonly iterated?: SyntaxNode | null;
    readonly imported?: Origin | null;
  },
): void {
  if (name === null) return;
  const declarations = scope.declarations.get(name) ?? [];
  declarations.push({ path: null, iterated: null, imported: null, ...declared, scope });
  scope.declarations.set(name, declarations);
}
