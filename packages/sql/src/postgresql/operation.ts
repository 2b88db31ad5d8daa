import { unwrapNode, type TreeNode } from "../tree/tree-node.js";

const operations: Readonly<Record<string, string>> = {
  SelectStmt: "select",
  InsertStmt: "insert",
  UpdateStmt: "update",
  DeleteStmt: "delete",
  MergeStmt: "merge",
  TransactionStmt: "transaction",
};

const definitions = new Set(
  (
    "CommentStmt CompositeTypeStmt DefineStmt DropRoleStmt DropdbStmt GrantRoleStmt GrantStmt " +
    "ImportForeignSchemaStmt IndexStmt ReassignOwnedStmt RefreshMatViewStmt RenameStmt RuleStmt " +
    "SecLabelStmt TruncateStmt ViewStmt"
  ).split(" "),
);

/** What a statement does, by the kind of its node. */
export function operationOf(statement: TreeNode): string {
  const [kind] = unwrapNode(statement);
  const isDefinition = definitions.has(kind) || /^(?:Create|Alter|Drop)\w*Stmt$/u.test(kind);
  return operations[kind] ?? (isDefinition ? "ddl" : "other");
}
