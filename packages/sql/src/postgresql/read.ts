import type { NamedTable, StatementReading } from "../grammar.js";
import { lexisOf } from "../lexer/lexis.js";
import { findName, nameSpanAt, type NameSpan } from "../lexer/names.js";
import { nodeAt, nodesAt, type TreeNode } from "../tree/tree-node.js";
import type { Found, FoundTable } from "./found.js";
import { operationOf } from "./operation.js";
import { readers } from "./readers.js";
import { utf8Offsets } from "./utf8-offsets.js";
import { walkTree } from "./walk.js";

const lexis = lexisOf.postgresql;

/** What PostgreSQL's tree of a statement says of tables. */
export function readPostgresql(tree: TreeNode, sql: string): StatementReading {
  const [statement = {}] = nodesAt(tree, "stmts").map((each) => nodeAt(each, "stmt") ?? {});
  const found: Found = { tables: [], locked: new Set(), nested: [], temporary: [], unread: [] };
  walkTree(statement, { found, scope: null, access: "read", readers });
  return {
    operation: operationOf(statement),
    tables: placed(found.tables, sql),
    temporary: found.temporary,
    unread: found.unread,
  };
}

function placed(tables: readonly FoundTable[], sql: string): readonly NamedTable[] {
  const offsetOf = utf8Offsets(sql);
  let behindLast = 0;
  return tables.map(({ path, access, place }) => {
    const span =
      typeof place === "number"
        ? nameSpanAt(sql, offsetOf(place), path.length, lexis)
        : findPlace(sql, path, place, behindLast);
    if (typeof place !== "number") behindLast = span.end;
    return { path, access, ...span };
  });
}

function findPlace(
  sql: string,
  path: readonly string[],
  behind: readonly string[],
  from: number,
): NameSpan {
  return (
    findName(sql, path, behind, from, lexis) ??
    findName(sql, path.slice(-1), behind, from, lexis) ?? { start: 0, nameStart: 0, end: 0 }
  );
}
