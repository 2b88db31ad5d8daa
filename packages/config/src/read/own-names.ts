/** A node of a syntax tree, whatever it is. */
export interface TreeNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function isTreeNode(value: unknown): value is TreeNode {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"
  );
}

/** The nodes that a node is made of. */
export function partsOf(node: TreeNode): readonly TreeNode[] {
  return Object.values(node).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter(isTreeNode) : isTreeNode(value) ? [value] : [],
  );
}

/** Every name that some declaration of a tree makes: variables, parameters, functions, imports. */
export function ownNames(node: TreeNode): readonly string[] {
  return [...declaredBy(node), ...partsOf(node).flatMap(ownNames)];
}

function declaredBy(node: TreeNode): readonly string[] {
  switch (node.type) {
    case "VariableDeclarator":
      return namesIn(node.id);
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return [...namesIn(node.id), ...listOf(node.params).flatMap(namesIn)];
    case "ClassDeclaration":
      return namesIn(node.id);
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return namesIn(node.local);
    case "CatchClause":
      return namesIn(node.param);
    default:
      return [];
  }
}

function namesIn(pattern: unknown): readonly string[] {
  if (!isTreeNode(pattern)) return [];
  switch (pattern.type) {
    case "Identifier":
      return [String(pattern.name)];
    case "ObjectPattern":
      return listOf(pattern.properties).flatMap((each) => namesIn(each.value ?? each.argument));
    case "ArrayPattern":
      return listOf(pattern.elements).flatMap(namesIn);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}

function listOf(value: unknown): readonly TreeNode[] {
  return Array.isArray(value) ? value.filter(isTreeNode) : [];
}
