import type { ImportedName } from "@domain-isolation/model";
import { childOf, identifierName, isWrapper, keyName, spanOf } from "./node.js";
import { propertiesOf } from "./object-pattern.js";
import type { SyntaxNode } from "./syntax.js";
import { walk, type Ancestors } from "./walk.js";

/**
 * The members that code below `root` reads of the object called `local`, or null where it uses it
 * as a whole. `isMeant` leaves out identifiers of that name that mean something else.
 */
export function membersOf(
  root: SyntaxNode,
  local: string,
  isMeant: (ancestors: Ancestors) => boolean = () => true,
): readonly ImportedName[] | null {
  const found: { members: ImportedName[]; isWhole: boolean } = { members: [], isWhole: false };
  walk(root, (node, ancestors) => {
    if (found.isWhole || identifierName(node) !== local || !isReference(node, ancestors)) return;
    if (!isMeant(ancestors)) return;
    const names = membersAt(node, ancestors);
    if (names) found.members.push(...names);
    else found.isWhole = true;
  });
  return found.isWhole ? null : found.members.sort((a, b) => a.span.start - b.span.start);
}

function membersAt(identifier: SyntaxNode, ancestors: Ancestors): readonly ImportedName[] | null {
  let depth = ancestors.length - 1;
  let node = identifier;
  let parent = ancestors[depth];
  while (parent && isWrapper(parent)) {
    node = parent;
    parent = ancestors[--depth];
  }
  switch (parent?.type) {
    case "MemberExpression":
    case "JSXMemberExpression":
      if (childOf(parent, "object") !== node) return null;
      return one(keyName(parent, "property"), childOf(parent, "property"));
    case "TSQualifiedName":
      return one(identifierName(childOf(parent, "right")), childOf(parent, "right"));
    case "VariableDeclarator":
      return destructured(childOf(parent, "id"));
    case "AssignmentExpression":
      return childOf(parent, "right") === node ? destructured(childOf(parent, "left")) : null;
    default:
      return null;
  }
}

function one(name: string | null, node: SyntaxNode | null): readonly ImportedName[] | null {
  return name === null || !node ? null : [{ name, typeOnly: false, span: spanOf(node) }];
}

function destructured(pattern: SyntaxNode | null): readonly ImportedName[] | null {
  return pattern && propertiesOf(pattern);
}

/** Where an identifier only names a key or declares, by the type of its parent. */
const namingKeys: Readonly<Record<string, string>> = {
  VariableDeclarator: "id",
  MemberExpression: "property",
  JSXMemberExpression: "property",
  TSQualifiedName: "right",
  Property: "key",
  MethodDefinition: "key",
  PropertyDefinition: "key",
  AccessorProperty: "key",
  TSPropertySignature: "key",
  TSMethodSignature: "key",
  TSEnumMember: "id",
  JSXAttribute: "name",
  LabeledStatement: "label",
  BreakStatement: "label",
  ContinueStatement: "label",
  ImportDefaultSpecifier: "local",
  ImportNamespaceSpecifier: "local",
  TSImportEqualsDeclaration: "id",
  TSImportType: "qualifier",
};

function isReference(node: SyntaxNode, ancestors: Ancestors): boolean {
  const parent = ancestors.at(-1);
  if (!parent) return true;
  if (parent.type === "ImportSpecifier") return false;
  if (parent.type === "ExportSpecifier") return isLocalExport(node, parent, ancestors);
  const key = namingKeys[parent.type];
  const isBoth = parent.computed === true || parent.shorthand === true;
  return key === undefined || isBoth || parent[key] !== node;
}

function isLocalExport(node: SyntaxNode, specifier: SyntaxNode, ancestors: Ancestors): boolean {
  return specifier.local === node && !childOf(ancestors.at(-2) ?? specifier, "source");
}
