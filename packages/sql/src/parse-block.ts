import { bodyTextFrom } from "./postgresql/bodies/body-text.js";
import { constantText } from "./postgresql/bodies/constant-text.js";
import { parsePlpgsql } from "./postgresql/parse.js";
import type { TreeNode } from "./tree/tree-node.js";

/** The block of a `DO` statement of PostgreSQL. */
export interface ParsedBlock {
  /** libpg-query's tree of the block (`{ plpgsql_funcs: … }`); null where it is refused. */
  readonly tree: TreeNode | null;
  /** Why: a clause. */
  readonly refusal: string | null;
  /** The text of the block, its quotes undone. */
  readonly text: string;
  /** The offset in the statement of one in the block. */
  readonly outerOffset: (offset: number) => number;
}

/** Takes the PL/pgSQL of a `DO` statement apart, by PostgreSQL's own grammar. */
export function parseBlock(statement: string): ParsedBlock {
  const body = bodyTextFrom(statement, 0) ?? { text: "", outerOffset: () => 0 };
  const parsed = parsePlpgsql(statement);
  return parsed.kind === "tree"
    ? { ...body, tree: parsed.tree, refusal: null }
    : { ...body, tree: null, refusal: parsed.reason };
}

/** The text that an expression of PostgreSQL, `'DROP TABLE a'`, always stands for; or null. */
export function constantOf(expression: string): string | null {
  return constantText(`SELECT ${expression}`);
}
