import type { Extraction } from "./extraction.js";
import {
  childOf,
  childrenOf,
  identifierName,
  keyName,
  stringValue,
  unwrap,
} from "../syntax/node.js";
import { isOwnFile } from "../syntax/own-file.js";
import { lookUp, type Declaration, type Scope } from "../syntax/scopes.js";
import type { SyntaxNode } from "../syntax/syntax.js";
import type { Ancestors } from "../syntax/walk.js";

/** Whether an identifier means the global of that name, or one declared as being there. */
export function isGlobal(
  node: SyntaxNode | null,
  name: string,
  ancestors: Ancestors,
  { scopeAt }: Extraction,
): boolean {
  return identifierName(node) === name && lookUp(name, scopeAt(ancestors)).length === 0;
}

/** Where a `require` looks for relative specifiers: beside this file, or it can't be told where. */
export type RequireBase = "here" | "elsewhere";

/**
 * Which `require` of Node's an expression is: the global, `module.require`, or what `createRequire`
 * made, under any name. Null for anything else, such as a function of the file's own of that name.
 */
export function requireBase(
  expression: SyntaxNode | null,
  ancestors: Ancestors,
  extraction: Extraction,
): RequireBase | null {
  const node = unwrap(expression);
  if (node?.type === "MemberExpression") {
    const object = keyName(node, "property") === "require" ? childOf(node, "object") : null;
    return isGlobal(unwrap(object), "module", ancestors, extraction) ? "here" : null;
  }
  if (isGlobal(node, "require", ancestors, extraction)) return "here";
  if (!node || !extraction.mentions("createRequire")) return null;
  return madeBase(node, extraction.scopeAt(ancestors));
}

/** Of a call of `createRequire`, or a variable that holds what it returned. */
function madeBase(node: SyntaxNode, scope: Scope): RequireBase | null {
  if (node.type === "CallExpression") {
    if (!isCreateRequire(unwrap(childOf(node, "callee")), scope)) return null;
    return isOwnFile(childrenOf(node, "arguments")[0] ?? null) ? "here" : "elsewhere";
  }
  const name = identifierName(node);
  const [declaration] = name === null ? [] : lookUp(name, scope);
  if (declaration?.node.type !== "VariableDeclarator") return null;
  const value = declaration.path?.length === 0 ? unwrap(childOf(declaration.node, "init")) : null;
  return value?.type === "CallExpression" ? madeBase(value, declaration.scope) : null;
}

function isCreateRequire(callee: SyntaxNode | null, scope: Scope): boolean {
  if (callee?.type === "MemberExpression") {
    const object = lookUp(identifierName(unwrap(childOf(callee, "object"))) ?? "", scope)[0];
    return keyName(callee, "property") === "createRequire" && isModuleModule(object);
  }
  const [declaration] = lookUp(identifierName(callee) ?? "", scope);
  const isNamed =
    declaration?.imported?.name === "createRequire" || declaration?.path?.[0] === "createRequire";
  return isNamed && isModuleModule(declaration);
}

/** Whether something comes from Node's `module`, imported or required. */
function isModuleModule({ imported, node }: Partial<Declaration> = {}): boolean {
  const specifier = imported?.specifier ?? (node ? loadedSpecifier(childOf(node, "init")) : null);
  return specifier === "module" || specifier === "node:module";
}

/** `require("x")`, `await import("x")`, `process.getBuiltinModule("x")` */
function loadedSpecifier(value: SyntaxNode | null): string | null {
  let load = unwrap(value);
  if (load?.type === "AwaitExpression") load = unwrap(childOf(load, "argument"));
  if (load?.type === "ImportExpression") return stringValue(childOf(load, "source"));
  return load ? stringValue(childrenOf(load, "arguments")[0] ?? null) : null;
}
