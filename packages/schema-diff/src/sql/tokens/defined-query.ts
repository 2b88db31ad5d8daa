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
  return { text: stretch.text, reads, columns: resultColumns(stretch, reader) };
}

/** Null where a `*` stands for some, or the query can't be parsed. */
function resultColumns({ text }: Stretch, { sql }: StatementReader): readonly string[] | null {
  const [statement] = parseStatements(text, sql.dialect);
  const names = firstProjection(statement?.tree ?? {}).map((item) => nameOf(item));
  return names.length === 0 || names.includes(null) ? null : names.filter((name) => name !== null);
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

function nameOf(item: TreeNode): string | null {
  const aliased = nodeAt(item, "ExprWithAlias");
  if (aliased) return textAt(nodeAt(aliased, "alias") ?? {}, "value");
  const expression = nodeAt(item, "UnnamedExpr") ?? {};
  const path = nodesAt(expression, "CompoundIdentifier");
  return textAt(path.at(-1) ?? nodeAt(expression, "Identifier") ?? {}, "value");
}
