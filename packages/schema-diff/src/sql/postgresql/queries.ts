import { nodeAt, nodesAt, textAt, unwrapNode, type TreeNode } from "@domain-isolation/sql";
import type { PlacedName, Query } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { nameOfExpression } from "./expression-name.js";

export interface Touched {
  readonly reads: readonly PlacedName[];
  readonly writes: readonly PlacedName[];
  /** Why there may be more: a clause, or null. */
  readonly unread: string | null;
}

/** The tables that a statement names, bodies of functions included. */
export function touchedBy({ statement, sql }: StatementText): Touched {
  const { named, unread } = statement.tables();
  const places = named.map(({ path, access, start, end }) => ({
    access,
    name: path.at(-1) ?? "",
    schema: path.at(-2) ?? null,
    span: sql.spanOf(start, end),
  }));
  const withAccess = (wanted: boolean): readonly PlacedName[] =>
    places
      .filter(({ access }) => (access === "write") === wanted)
      .map(({ name, schema, span }) => ({ name, schema, span }));
  return {
    reads: withAccess(false),
    writes: withAccess(true),
    unread: unread.length > 0 ? unread.join("; ") : null,
  };
}

/** The query behind the `AS` of a view or a table. */
export function queryOf(node: TreeNode | null, text: StatementText): Query {
  const as = text.find(0, (word) => word === "as");
  const { reads } = touchedBy(text);
  const written = text.between(as + 1, text.statement.tokens.length);
  return { text: written, reads, columns: node ? columnsOf(node) : null };
}

/** The names of the columns that a query gives; null where a `*` or an expression hides them. */
function columnsOf(node: TreeNode): readonly string[] | null {
  const [kind, content] = unwrapNode(node);
  if (kind !== "SelectStmt") return null;
  const left = nodeAt(content, "larg");
  if (left) return columnsOf({ SelectStmt: left });
  const names = nodesAt(content, "targetList").map((target) =>
    columnOf(nodeAt(target, "ResTarget")),
  );
  const known = names.filter((name) => name !== null);
  return known.length === names.length ? known : null;
}

function isStar(value: TreeNode): boolean {
  const fields = nodesAt(nodeAt(value, "ColumnRef") ?? {}, "fields");
  return nodeAt(fields.at(-1) ?? {}, "A_Star") !== null;
}

function columnOf(target: TreeNode | null): string | null {
  if (!target) return null;
  const alias = textAt(target, "name");
  if (alias !== null) return alias;
  const value = nodeAt(target, "val") ?? {};
  return isStar(value) ? null : (nameOfExpression(value) ?? "?column?");
}
