import { nodeAt, nodesAt, type TreeNode } from "../tree/tree-node.js";
import { objectName } from "./object-name.js";
import { shownName, tableFactors } from "./table-factor.js";
import { addTarget, walkTree, type Walk } from "./walk.js";

/** `INSERT` and `REPLACE`. */
export function readInsert(insert: TreeNode, walk: Walk): void {
  addTarget(nodeAt(insert, "table")?.TableName, walk);
  walkTree({ ...insert, table: null }, walk);
}

/** `UPDATE`, which in MySQL can join: then the names of the columns tell which tables it writes. */
export function readUpdate(update: TreeNode, walk: Walk): void {
  const factors = tableFactors(nodeAt(update, "table") ?? {});
  const qualifiers = nodesAt(update, "assignments").map((each) => qualifierOf(each));
  const written = factors.filter((each) => qualifiers.includes(shownName(each)));
  // A column without a qualifier is most likely one of the first table.
  const isPlain = written.length === 0 || qualifiers.includes(null);
  for (const factor of isPlain ? [...factors.slice(0, 1), ...written] : written) {
    walk.found.accesses.set(factor, "write");
  }
  walkTree(update, walk);
}

/** The table before the column that is set, in lower case: `SET a.b = 1`. */
function qualifierOf(assignment: TreeNode): string | null {
  const column = objectName(nodeAt(assignment, "target")?.ColumnName);
  return column && column.path.length > 1 ? (column.path.at(-2) ?? "").toLowerCase() : null;
}

/** `DELETE`, which in MySQL can join: `DELETE a FROM t AS a JOIN …`, `DELETE FROM a USING t AS a`. */
export function readDelete(statement: TreeNode, walk: Walk): void {
  const from = nodeAt(statement, "from") ?? {};
  const sources = [...nodesAt(from, "WithFromKeyword"), ...nodesAt(from, "WithoutKeyword")];
  const using = nodesAt(statement, "using");
  const named = namesOf(statement.tables);
  const targets = using.length > 0 ? sources.flatMap(tableFactors).map(shownName) : named;
  for (const factor of (using.length > 0 ? using : sources).flatMap(tableFactors)) {
    const isTarget = targets.length === 0 || targets.includes(shownName(factor));
    walk.found.accesses.set(factor, isTarget ? "write" : "read");
  }
  // What only names targets is no further table.
  walkTree({ ...statement, tables: null, ...(using.length > 0 ? { from: null } : {}) }, walk);
}

function namesOf(names: unknown): readonly string[] {
  if (!Array.isArray(names)) return [];
  return names.map((name) => (objectName(name)?.path.at(-1) ?? "").toLowerCase());
}
