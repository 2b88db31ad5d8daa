import { childOf, identifierName, keyName, unwrap } from "../../syntax/node.js";
import { createScopes } from "../../syntax/scopes.js";
import type { ParsedSource, SyntaxNode } from "../../syntax/syntax.js";
import { walk, type Ancestors } from "../../syntax/walk.js";
import type { Assigned, DataModule, NotedCall, Surrounding } from "./data-module.js";
import { readModuleExports } from "./module-exports.js";

const surrounded = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ClassDeclaration",
  "ClassExpression",
]);
const called = new Set(["CallExpression", "NewExpression", "TaggedTemplateExpression"]);
const typeDeclarations = new Set(["TSInterfaceDeclaration", "TSTypeAliasDeclaration"]);

/** Indexes a parsed file in two walks: one for the scopes, one for what stands in them. */
export function openModule(source: ParsedSource): DataModule {
  const scopes = createScopes(source);
  const types = new Map<string, SyntaxNode>();
  const assignments = new Map<string, Assigned[]>();
  const surroundings = new Map<SyntaxNode, Surrounding>();
  const calls: NotedCall[] = [];
  walk(
    source.program,
    (node, ancestors) => {
      if (surrounded.has(node.type)) surroundings.set(node, around(ancestors, node));
      if (called.has(node.type)) calls.push({ node, ...around(ancestors, node) });
      if (typeDeclarations.has(node.type)) addType(node, types);
      if (node.type === "AssignmentExpression") addAssignment(node, ancestors);
    },
    source.visitorKeys,
  );
  function around(ancestors: Ancestors, node: SyntaxNode): Surrounding {
    return { parent: ancestors.at(-1) ?? node, scope: scopes.scopeAt(ancestors) };
  }
  function addAssignment(node: SyntaxNode, ancestors: Ancestors): void {
    const name = assignedName(unwrap(childOf(node, "left")));
    const value = childOf(node, "right");
    const { operator } = node;
    if (name === null || !value || typeof operator !== "string") return;
    const known = assignments.get(name);
    const assigned = { operator, value, scope: scopes.scopeAt(ancestors) };
    if (known) known.push(assigned);
    else assignments.set(name, [assigned]);
  }
  const root = scopes.scopeAt([source.program]);
  return {
    file: source.file,
    source,
    exports: readModuleExports(source.program),
    types,
    assignments,
    surroundings,
    calls,
    root,
    scopeAt: (ancestors) => scopes.scopeAt(ancestors),
    scopeIn: (node) => scopes.openedBy(node) ?? surroundings.get(node)?.scope ?? root,
  };
}

/** `name`, or `this.name` */
function assignedName(target: SyntaxNode | null): string | null {
  if (target?.type !== "MemberExpression") return identifierName(target);
  const key = keyName(target, "property");
  return childOf(target, "object")?.type === "ThisExpression" && key !== null
    ? `this.${key}`
    : null;
}

function addType(node: SyntaxNode, types: Map<string, SyntaxNode>): void {
  const name = identifierName(childOf(node, "id"));
  if (name !== null && !types.has(name)) types.set(name, node);
}
