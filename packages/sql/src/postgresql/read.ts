import type { NamedTable, StatementReading } from "../grammar.js";
import { lexisOf } from "../lexer/lexis.js";
import { findName, nameSpanAt, type NameSpan } from "../lexer/names.js";
import { nodeAt, nodesAt, type TreeNode } from "../tree/tree-node.js";
import { joinReadings, nothingRead, type BodyReading } from "./bodies/body-reading.js";
import { readBody } from "./bodies/read-body.js";
import { createFound, type FoundTable } from "./found.js";
import { operationOf } from "./operation.js";
import { parsePostgresql } from "./parse.js";
import { readers } from "./readers.js";
import { utf8Offsets } from "./utf8-offsets.js";
import { walkTree } from "./walk.js";

const lexis = lexisOf.postgresql;

/** What PostgreSQL's tree of a statement says of tables. */
export function readPostgresql(tree: TreeNode, sql: string): StatementReading {
  const [statement = {}] = nodesAt(tree, "stmts").map((each) => nodeAt(each, "stmt") ?? {});
  const found = createFound();
  walkTree(statement, { found, scope: null, access: "read", readers });
  const offsetOf = utf8Offsets(sql);
  const own: BodyReading = { ...found, tables: placed(found.tables, sql, offsetOf) };
  const bodies = found.code.map(({ language, place }) =>
    readBody(sql, offsetOf(place), language, readText),
  );
  return { operation: operationOf(statement), ...joinReadings([own, ...bodies]) };
}

/** One statement of a function's body. */
function readText(sql: string): BodyReading {
  const parsed = parsePostgresql(sql);
  if (parsed.kind === "tree") return readPostgresql(parsed.tree, sql);
  return { ...nothingRead, unread: [`a function's body can't be parsed: ${parsed.reason}`] };
}

function placed(
  tables: readonly FoundTable[],
  sql: string,
  offsetOf: (bytes: number) => number,
): readonly NamedTable[] {
  let behindLast = 0;
  return tables.map(({ path, access, place }) => {
    if (typeof place === "number") {
      return { path, access, ...nameSpanAt(sql, offsetOf(place), path.length, lexis) };
    }
    const span = findPlace(sql, path, place, behindLast);
    behindLast = span.end;
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
