import { isTreeNode, nodesAt, parseStatements } from "@domain-isolation/sql";
import { stringsIn } from "./strings-in.js";

/** The columns that an expression names, without queries in it; none where it can't be read. */
export function referencedColumns(expression: string): readonly string[] {
  const [statement] = parseStatements(`SELECT (${expression}\n)`, "postgresql");
  return columnsBelow(statement?.tree);
}

function columnsBelow(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(columnsBelow);
  if (!isTreeNode(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (key === "SubLink") return [];
    if (key !== "ColumnRef" || !isTreeNode(child)) return columnsBelow(child);
    return stringsIn(nodesAt(child, "fields")).slice(-1);
  });
}
