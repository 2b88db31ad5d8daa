import { childOf, identifierName, keyName, unwrap } from "../../syntax/node.js";
import { createScopes, type Scope } from "../../syntax/scopes.js";
import type { ParsedSource, SyntaxNode } from "../../syntax/syntax.js";
import type { Ancestors } from "../../syntax/walk.js";
import type { Assigned, DataModule, NotedCall, Surrounding } from "./data-module.js";
import { createMemory } from "./memory.js";
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

/** Indexes a parsed file in one walk. */
export function openModule(source: ParsedSource): DataModule {
  const types = new Map<string, SyntaxNode>();
  const assignments = new Map<string, Assigned[]>();
  const surroundings = new Map<SyntaxNode, Surrounding>();
  const calls: NotedCall[] = [];
  const scopes = createScopes(source, (node, ancestors, scope) => {
    const { type } = node;
    const parent = ancestors.at(-1) ?? node;
    if (surrounded.has(type)) surround(node, ancestors, scope, surroundings);
    if (called.has(type)) calls.push({ node, parent, scope });
    if (typeDeclarations.has(type)) addType(node, types);
    if (type === "AssignmentExpression") addAssignment(node, scope, assignments);
  });
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
    known: { values: createMemory(), types: createMemory(), entities: createMemory() },
  };
}

/** Of a function in an object, all that is around it up to where the object stands. */
const wrapping = new Set([
  "Property",
  "ObjectExpression",
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
]);

function surround(
  node: SyntaxNode,
  ancestors: Ancestors,
  scope: Scope,
  surroundings: Map<SyntaxNode, Surrounding>,
): void {
  let inner = node;
  for (let index = ancestors.length - 1; index >= 0; index--) {
    const parent = ancestors[index];
    if (!parent || surroundings.has(inner)) return;
    surroundings.set(inner, { parent, scope });
    if (!wrapping.has(parent.type)) return;
    inner = parent;
  }
}

function addAssignment(node: SyntaxNode, scope: Scope, assignments: Map<string, Assigned[]>): void {
  const name = assignedName(unwrap(childOf(node, "left")));
  const value = childOf(node, "right");
  const { operator } = node;
  if (name === null || !value || typeof operator !== "string") return;
  const known = assignments.get(name);
  const assigned = { operator, value, scope };
  if (known) known.push(assigned);
  else assignments.set(name, [assigned]);
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
