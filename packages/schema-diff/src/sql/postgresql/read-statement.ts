import {
  nodeAt,
  nodesAt,
  unwrapNode,
  type ParsedStatement,
  type TreeNode,
} from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import { openStatement, type StatementText } from "../statement-text.js";
import type { SqlText } from "../sql-text.js";
import { readAlterTable } from "./alter-table.js";
import { readComment } from "./comment.js";
import { readCreateTable, readCreateTableAs } from "./create-table.js";
import { readBlock } from "./do-block.js";
import { readDrop } from "./drops.js";
import { readIndex } from "./index-definition.js";
import { relationName, pathName } from "./names.js";
import { touchedBy } from "./queries.js";
import { readRename, readSetSchema } from "./renames.js";
import { readCreateRoutine, readCreateTrigger, readDefine } from "./routines.js";
import { readSetting, searchPathSet } from "./settings.js";
import {
  readAlterEnum,
  readAlterSequence,
  readCreateComposite,
  readCreateDomain,
  readCreateEnum,
  readCreateRange,
  readCreateSequence,
} from "./types-and-sequences.js";
import { readView } from "./view.js";

type Read = (node: TreeNode, text: StatementText) => readonly Change[];

const nothing: Read = () => [];

const readers: Readonly<Record<string, Read>> = {
  CreateStmt: readCreateTable,
  CreateForeignTableStmt: readCreateTable,
  CreateTableAsStmt: readCreateTableAs,
  AlterTableStmt: readAlterTable,
  RenameStmt: readRename,
  AlterObjectSchemaStmt: readSetSchema,
  DropStmt: readDrop,
  IndexStmt: (node, text) => [readIndex(node, text)],
  ViewStmt: readView,
  CreateSeqStmt: readCreateSequence,
  AlterSeqStmt: readAlterSequence,
  CreateEnumStmt: readCreateEnum,
  AlterEnumStmt: readAlterEnum,
  CreateDomainStmt: readCreateDomain,
  CompositeTypeStmt: readCreateComposite,
  CreateRangeStmt: readCreateRange,
  CreateFunctionStmt: readCreateRoutine,
  DefineStmt: readDefine,
  CreateTrigStmt: readCreateTrigger,
  CreateSchemaStmt: readCreateSchema,
  CommentStmt: readComment,
  VariableSetStmt: readSetting,
  DoStmt: (_, text) => readBlock(text, readStatement),
  SelectStmt: readSelect,
  CreatePolicyStmt: readPart("table"),
  AlterPolicyStmt: readPart("table"),
  RuleStmt: readPart("relation"),
  TransactionStmt: nothing,
  CreateExtensionStmt: nothing,
};

/** What one statement of PostgreSQL changes. */
export function readPostgresqlStatement(
  statement: ParsedStatement,
  sql: SqlText,
): readonly Change[] {
  return readStatement(statement.tree ?? {}, openStatement(statement, sql));
}

function readStatement(tree: TreeNode, text: StatementText): readonly Change[] {
  const [kind, content] = unwrapNode(tree);
  return (readers[kind] ?? readRows)(content, text);
}

/** All that changes rows, and what else names tables. */
function readRows(_: TreeNode, text: StatementText): readonly Change[] {
  const { reads, writes, unread } = touchedBy(text);
  const base = { at: text.at, reads, writes };
  if (unread !== null) return [{ kind: "opaque", ...base, reason: unread }];
  return reads.length + writes.length > 0 ? [{ kind: "change rows", ...base }] : [];
}

function readSelect(node: TreeNode, text: StatementText): readonly Change[] {
  const path = searchPathSet(node, text);
  if (path) return [path];
  const into = nodeAt(node, "intoClause");
  return into
    ? readCreateTableAs({ into, query: { SelectStmt: node } }, text)
    : readRows(node, text);
}

/** `CREATE SCHEMA a CREATE TABLE b …`: what is made in it has its name. */
function readCreateSchema(node: TreeNode, text: StatementText): readonly Change[] {
  const own = typeof node.schemaname === "string" ? node.schemaname : ownerOf(node);
  const name = pathName([own], text, 1);
  const ifNotExists = node.if_not_exists === true;
  const inner = nodesAt(node, "schemaElts").flatMap((each) => readStatement(each, text));
  const { at } = text;
  if (inner.length === 0) return [{ kind: "create schema", at, name, ifNotExists }];
  return [
    { kind: "create schema", at, name, ifNotExists },
    { kind: "set search path", at, schemas: [own] },
    ...inner,
    { kind: "set search path", at, schemas: null },
  ];
}

/** `CREATE SCHEMA AUTHORIZATION role` names it like its owner. */
function ownerOf(node: TreeNode): string {
  const role = nodeAt(nodeAt(node, "authrole") ?? {}, "RoleSpec") ?? nodeAt(node, "authrole") ?? {};
  return typeof role.rolename === "string" ? role.rolename : "";
}

function readPart(key: string): Read {
  return (node, text) => {
    const table = relationName(nodeAt(node, key), text);
    return [{ kind: "set options", at: text.at, table, ifTableExists: false }];
  };
}
