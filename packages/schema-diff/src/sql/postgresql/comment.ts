import { nodeAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { namesOfObject, pathName } from "./names.js";

/** `COMMENT ON TABLE`, `… ON COLUMN`: comments of other objects aren't kept. */
export function readComment(node: TreeNode, text: StatementText): readonly Change[] {
  const path = namesOfObject(nodeAt(node, "object") ?? {});
  const base = { kind: "comment", at: text.at, text: textAt(node, "comment") } as const;
  switch (textAt(node, "objtype")) {
    case "OBJECT_TABLE":
      return [{ ...base, table: pathName(path, text, 3), column: null }];
    case "OBJECT_COLUMN": {
      const table = pathName(path.slice(0, -1), text, 3);
      return [{ ...base, table, column: path.at(-1) ?? "" }];
    }
    default:
      return [];
  }
}
