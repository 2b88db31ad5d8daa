import { nodeAt, nodesAt, type TreeNode } from "../tree/tree-node.js";
import { objectName } from "./object-name.js";
import { addSource, addTarget, walkTree, type Walk } from "./walk.js";

/** The tables of a `FROM` and of its joins, without those of subqueries. */
export function tableFactors(source: TreeNode): readonly TreeNode[] {
  const relations = [source, ...nodesAt(source, "joins")].map((each) => nodeAt(each, "relation"));
  return relations.flatMap((relation) => {
    const table = nodeAt(relation ?? {}, "Table");
    const nested = nodeAt(nodeAt(relation ?? {}, "NestedJoin") ?? {}, "table_with_joins");
    return [...(table ? [table] : []), ...(nested ? tableFactors(nested) : [])];
  });
}

/** The name by which the rest of a statement knows a table, in lower case. */
export function shownName(factor: TreeNode): string {
  const name = objectName(nodeAt(factor, "alias")?.name) ?? objectName(factor.name);
  return (name?.path.at(-1) ?? "").toLowerCase();
}

/** A table in a `FROM`, unless it has arguments: then it is a function. */
export function readTableFactor(factor: TreeNode, walk: Walk): void {
  const access = walk.found.accesses.get(factor) ?? "read";
  if (!nodeAt(factor, "args")) {
    if (access === "write") addTarget(factor.name, walk);
    else addSource(factor.name, access, walk);
  }
  walkTree({ ...factor, name: null }, walk);
}
