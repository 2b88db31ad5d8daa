import { nodeAt, nodesAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { relationName } from "./names.js";
import { queryOf } from "./queries.js";
import { stringsIn } from "./strings-in.js";

/** `CREATE VIEW`; materialized ones are made as tables are. */
export function readView(node: TreeNode, text: StatementText): readonly Change[] {
  const view = nodeAt(node, "view");
  const query = queryOf(nodeAt(node, "query"), text);
  const aliases = stringsIn(nodesAt(node, "aliases"));
  return [
    {
      kind: "create view",
      at: text.at,
      name: relationName(view, text),
      viewKind: "view",
      orReplace: node.replace === true,
      ifNotExists: false,
      temporary: textAt(view ?? {}, "relpersistence") === "t",
      query: aliases.length > 0 ? { ...query, columns: aliases } : query,
    },
  ];
}
