import { nodeAt, nodesAt, parseStatements, textAt, type TreeNode } from "@domain-isolation/sql";
import type { Query } from "../../changes/change.js";
import type { Stretch, StatementReader } from "./statement-reader.js";
import { tablesIn } from "./tables-in.js";

/** The query that the rest of a statement is, but for some words behind it. */
export function definedQuery(reader: StatementReader, behind: readonly string[] = []): Query {
  const stretch = reader.upTo(() => behind.some((phrase) => reader.sees(phrase)));
  if (stretch.text === "") reader.fail("a query");
  reader.queries.push(stretch);
  const { reads } = tablesIn(stretch, reader.sql);
  return { text: stretch.text, reads, ...resultColumns(stretch, reader) };
}

/** Null where a `*` stands for some, or the query can't be parsed. */
function resultColumns(
  { text }: Stretch,
  { sql }: StatementReader,
): Pick<Query, "columns" | "origins"> {
  const [statement] = parseStatements(text, sql.dialect);
  const items = firstProjection(statement?.tree ?? {});
  const origins = items.map((item) => originOf(item));
  const columns = items.map((item, index) => aliasOf(item) ?? origins[index] ?? null);
  if (columns.length === 0 || columns.includes(null)) return { columns: null };
  return { columns: columns.filter((name) => name !== null), origins };
}

/** Of queries that are joined by `UNION` and its kin, the first gives the names. */
function firstProjection(tree: TreeNode): readonly TreeNode[] {
  let body = nodeAt(nodeAt(tree, "Query") ?? {}, "body");
  for (;;) {
    const operation = nodeAt(body ?? {}, "SetOperation");
    if (!operation) return nodesAt(nodeAt(body ?? {}, "Select") ?? {}, "projection");
    body = nodeAt(operation, "left");
  }
}

function aliasOf(item: TreeNode): string | null {
  return textAt(nodeAt(nodeAt(item, "ExprWithAlias") ?? {}, "alias") ?? {}, "value");
}

/** The column that an item is, with or without another name. */
function originOf(item: TreeNode): string | null {
  const expression =
    nodeAt(item, "UnnamedExpr") ?? nodeAt(nodeAt(item, "ExprWithAlias") ?? {}, "expr") ?? {};
  const path = nodesAt(expression, "CompoundIdentifier");
  return textAt(path.at(-1) ?? nodeAt(expression, "Identifier") ?? {}, "value");
}
