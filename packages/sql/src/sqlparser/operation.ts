import { nodeAt, type TreeNode } from "../tree/tree-node.js";

const operations: Readonly<Record<string, string>> = {
  Query: "select",
  Insert: "insert",
  Update: "update",
  Delete: "delete",
  Merge: "merge",
  Truncate: "ddl",
  RenameTable: "ddl",
  Grant: "ddl",
  Revoke: "ddl",
  StartTransaction: "transaction",
  Commit: "transaction",
  Rollback: "transaction",
  Savepoint: "transaction",
  ReleaseSavepoint: "transaction",
};

/** What a statement does; what follows on `WITH …` decides. */
export function operationOf(statement: TreeNode): string {
  const [kind = ""] = Object.keys(statement);
  const body = nodeAt(nodeAt(statement, "Query") ?? {}, "body") ?? {};
  const [inner = ""] = Object.keys(body);
  if (kind === "Query" && ["Insert", "Update", "Delete"].includes(inner)) return operationOf(body);
  return operations[kind] ?? (/^(?:Create|Alter|Drop)/u.test(kind) ? "ddl" : "other");
}
