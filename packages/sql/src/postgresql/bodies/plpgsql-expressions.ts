import { isTreeNode, nodeAt, numberAt, textAt, type TreeNode } from "../../tree/tree-node.js";

/** A piece of SQL in the body of a function. */
export interface PlpgsqlExpression {
  /** A whole statement: an expression stands behind a `SELECT`. */
  readonly sql: string;
  /** The line of the body on which its statement begins, from 1. */
  readonly line: number;
  /** Whether its value is the SQL that runs: `EXECUTE …`. */
  readonly isExecuted: boolean;
}

const executed = new Set(["PLpgSQL_stmt_dynexecute", "PLpgSQL_stmt_dynfors"]);

/** All SQL in what libpg-query makes of a function: https://github.com/pganalyze/libpg_query */
export function plpgsqlExpressions(tree: unknown): readonly PlpgsqlExpression[] {
  const found: PlpgsqlExpression[] = [];
  collect(tree, { kind: "", line: 1 }, found);
  return found;
}

function collect(
  value: unknown,
  around: { readonly kind: string; readonly line: number },
  found: PlpgsqlExpression[],
): void {
  if (Array.isArray(value)) for (const child of value) collect(child, around, found);
  if (!isTreeNode(value)) return;
  const line = numberAt(value, "lineno") ?? around.line;
  for (const [key, child] of Object.entries(value)) {
    const expression = isTreeNode(child) ? nodeAt(child, "PLpgSQL_expr") : null;
    if (expression) {
      const isExecuted = key === "dynquery" || (key === "query" && executed.has(around.kind));
      found.push({ sql: statementOf(expression), line, isExecuted });
    } else collect(child, { kind: key.startsWith("PLpgSQL_") ? key : around.kind, line }, found);
  }
}

/** `parseMode` is PostgreSQL's `RawParseMode`: a statement, a type, an expression, an assignment. */
function statementOf(expression: TreeNode): string {
  const query = textAt(expression, "query") ?? "";
  switch (numberAt(expression, "parseMode")) {
    case 0:
      return query;
    case 2:
      return `SELECT ${query}`;
    default:
      return `SELECT ${query.replace(/^[^=]*?:?=/u, "")}`;
  }
}
