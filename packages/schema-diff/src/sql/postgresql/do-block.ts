import {
  constantOf,
  isTreeNode,
  nodeAt,
  nodesAt,
  parseBlock,
  parseStatements,
  textAt,
  unwrapNode,
  type ParsedBlock,
  type TreeNode,
} from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import { openStatement, type StatementText } from "../statement-text.js";
import { touchedBy } from "./queries.js";

type ReadStatement = (tree: TreeNode, text: StatementText) => readonly Change[];

/** Where an interpretation of a block stands. */
interface Block {
  readonly text: StatementText;
  readonly parsed: ParsedBlock;
  readonly read: ReadStatement;
  /** Behind what was read last: the tree gives no places. */
  cursor: number;
}

/**
 * What a `DO` block changes, as far as it always does the same: statements, constants that are
 * executed, what catches the error or asks the catalog before. The rest is opaque.
 */
export function readBlock(text: StatementText, read: ReadStatement): readonly Change[] {
  const { statement, sql } = text;
  const parsed = parseBlock(sql.text.slice(statement.start, statement.end));
  if (!parsed.tree) return [opaque(text, parsed.refusal ?? "its block can't be read")];
  const [first] = nodesAt(parsed.tree, "plpgsql_funcs");
  const action = nodeAt(nodeAt(first ?? {}, "PLpgSQL_function") ?? {}, "action");
  const block: Block = { text, parsed, read, cursor: 0 };
  return action ? runStatement(action, block) : [];
}

function run(statements: readonly TreeNode[], block: Block): readonly Change[] {
  return statements.flatMap((each) => runStatement(each, block));
}

function runStatement(statement: TreeNode, block: Block): readonly Change[] {
  const [kind, content] = unwrapNode(statement);
  switch (kind) {
    case "PLpgSQL_stmt_block": {
      const changes = run(nodesAt(content, "body"), block);
      return nodeAt(content, "exceptions") ? changes.map(tolerated) : changes;
    }
    case "PLpgSQL_stmt_execsql":
      return nested(queryIn(content, "sqlstmt"), block);
    case "PLpgSQL_stmt_perform":
      return nested(queryIn(content, "expr"), block);
    case "PLpgSQL_stmt_dynexecute":
      return executed(queryIn(content, "query"), block);
    case "PLpgSQL_stmt_if":
      return runCondition(content, block);
    case "PLpgSQL_stmt_raise":
    case "PLpgSQL_stmt_return":
    case "PLpgSQL_stmt_assign":
    case "PLpgSQL_stmt_getdiag":
    case "PLpgSQL_stmt_assert":
      return [];
    default:
      return uncertain(content, block, "a loop of it runs for what it finds");
  }
}

function queryIn(node: TreeNode, key: string): string {
  return textAt(nodeAt(nodeAt(node, key) ?? {}, "PLpgSQL_expr") ?? {}, "query") ?? "";
}

function tolerated(change: Change): Change {
  return { ...change, tolerant: true };
}

/** The changes of a statement within the block, at its place there. */
function nested(query: string, block: Block): readonly Change[] {
  const { parsed, text } = block;
  const found = parsed.text.indexOf(query, block.cursor);
  if (found >= 0) block.cursor = found + query.length;
  const outer = (offset: number) => text.statement.start + parsed.outerOffset(found + offset);
  return statementsOf(query, block, (start, end) =>
    found < 0 ? text.at.span : text.sql.spanOf(outer(start), outer(end)),
  );
}

/** `EXECUTE 'ALTER TABLE …'`: its names are told at the block. */
function executed(expression: string, block: Block): readonly Change[] {
  const sql = constantOf(expression);
  if (sql === null) return [opaque(block.text, "SQL that it executes is worked out when it runs")];
  return statementsOf(sql, block, () => block.text.at.span);
}

function statementsOf(
  query: string,
  { text, read }: Block,
  spanOf: StatementText["sql"]["spanOf"],
): readonly Change[] {
  const sql = { ...text.sql, text: query, spanOf };
  return parseStatements(query, "postgresql").flatMap((statement) =>
    statement.tree ? read(statement.tree, openStatement(statement, sql)) : [],
  );
}

/** What asks the catalog whether something is there; nothing else can be told before it runs. */
const catalogs = /\b(?:pg_\w+|information_schema)\b|\bto_reg\w+\s*\(|\bcurrent_schema\b/iu;

function runCondition(content: TreeNode, block: Block): readonly Change[] {
  const asked = [
    queryIn(content, "cond"),
    ...nodesAt(content, "elsif_list").map((each) =>
      queryIn(nodeAt(each, "PLpgSQL_if_elsif") ?? {}, "cond"),
    ),
  ];
  if (!asked.every((condition) => catalogs.test(condition))) {
    return uncertain(content, block, "a condition of it is decided when it runs");
  }
  const elsifs = nodesAt(content, "elsif_list").flatMap((each) =>
    nodesAt(nodeAt(each, "PLpgSQL_if_elsif") ?? {}, "stmts"),
  );
  return run(
    [...nodesAt(content, "then_body"), ...elsifs, ...nodesAt(content, "else_body")],
    block,
  ).map(tolerated);
}

/** What only happens perhaps: rows may change for all that a schema cares; all else is opaque. */
function uncertain(content: TreeNode, block: Block, reason: string): readonly Change[] {
  const changes = run(statementsIn(content), block);
  const rows = changes.filter(({ kind }) => kind === "change rows");
  if (rows.length === changes.length) return rows;
  return [opaque(block.text, reason)];
}

/** The statements below a node. */
function statementsIn(node: TreeNode): readonly TreeNode[] {
  return Object.values(node).flatMap((value): readonly TreeNode[] => {
    if (!Array.isArray(value)) return [];
    return value.filter(isTreeNode).flatMap((each) => {
      const [kind, content] = unwrapNode(each);
      return kind.startsWith("PLpgSQL_stmt_") ? [each] : statementsIn(content);
    });
  });
}

function opaque(text: StatementText, reason: string): Change {
  const { reads, writes } = touchedBy(text);
  return { kind: "opaque", at: text.at, reason, reads, writes };
}
