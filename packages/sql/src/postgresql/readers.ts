import { nodeAt, type TreeNode } from "../tree/tree-node.js";
import { readChange } from "./read-change.js";
import { readCode } from "./read-code.js";
import { readSelect } from "./read-select.js";
import {
  readCopy,
  readDefinition,
  readingAs,
  readNamed,
  readReferenced,
  readReindex,
  readRename,
  readSequence,
  readTrigger,
} from "./read-utility.js";
import { walkTree, type Reader, type Walk } from "./walk.js";

const nothing: Reader = () => undefined;

/** Who reads which node of PostgreSQL's tree. All others are walked through. */
export const readers: Readonly<Record<string, Reader>> = {
  SelectStmt: readSelect,
  InsertStmt: readChange,
  UpdateStmt: readChange,
  DeleteStmt: readChange,
  MergeStmt: readChange,
  CopyStmt: readCopy,
  LockStmt: readingAs("lock"),
  TruncateStmt: readingAs("write"),

  CreateStmt: readDefinition,
  CreateForeignTableStmt: readForeignTable,
  CreateTableAsStmt: readDefinition,
  ViewStmt: readDefinition,
  AlterTableStmt: readDefinition,
  AlterObjectSchemaStmt: readDefinition,
  RenameStmt: readRename,
  IndexStmt: readDefinition,
  CreateTrigStmt: readTrigger,
  RuleStmt: readDefinition,
  CreatePolicyStmt: readDefinition,
  AlterPolicyStmt: readDefinition,
  CreateStatsStmt: readingAs("read"),
  RefreshMatViewStmt: readDefinition,
  GrantStmt: readDefinition,
  ClusterStmt: readDefinition,
  ReindexStmt: readReindex,
  DropStmt: readNamed,
  CommentStmt: readNamed,
  SecLabelStmt: readNamed,
  CreateSeqStmt: readSequence,
  AlterSeqStmt: readSequence,
  CompositeTypeStmt: nothing,

  // In what defines a table.
  TableLikeClause: readReferenced("relation"),
  Constraint: readReferenced("pktable"),

  DoStmt: readCode,
  CreateFunctionStmt: readCode,
  CallStmt: unseen("a procedure runs, whose statements can't be seen from here"),
  ExecuteStmt: unseen("a prepared statement runs, whose text can't be seen from here"),
};

function readForeignTable(statement: TreeNode, walk: Walk): void {
  readDefinition(nodeAt(statement, "base") ?? {}, walk);
}

function unseen(reason: string): Reader {
  return (statement, walk) => {
    walk.found.unread.push(reason);
    walkTree(statement, walk);
  };
}
