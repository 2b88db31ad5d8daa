import type { StatementReading } from "../grammar.js";
import { nodesAt, type TreeNode } from "../tree/tree-node.js";
import { characterOffsets } from "./character-offsets.js";
import { operationOf } from "./operation.js";
import { readers } from "./readers.js";
import { addTarget, walkTree, type Found, type SqlparserDialect, type Walk } from "./walk.js";

/** What sqlparser's tree of a statement says of tables. */
export function readSqlparser(
  tree: TreeNode,
  sql: string,
  dialect: SqlparserDialect,
): StatementReading {
  const found: Found = { tables: [], accesses: new Map(), temporary: [], unread: [] };
  const walk: Walk = { dialect, found, scope: null, readers };
  readTableRenames(tree, walk);
  walkTree(tree, walk);
  const offsetOf = characterOffsets(sql);
  return {
    operation: operationOf(tree),
    temporary: found.temporary,
    unread: found.unread,
    tables: found.tables.map(({ path, access, start, nameStart, end }) => ({
      path,
      access,
      start: offsetOf(start.line, start.column),
      nameStart: offsetOf(nameStart.line, nameStart.column),
      end: offsetOf(end.line, end.column),
    })),
  };
}

/** MySQL's `RENAME TABLE a TO b, …` is a list, and no node. */
function readTableRenames(tree: TreeNode, walk: Walk): void {
  for (const renamed of nodesAt(tree, "RenameTable")) {
    addTarget(renamed.old_name, walk);
    addTarget(renamed.new_name, walk);
  }
}
