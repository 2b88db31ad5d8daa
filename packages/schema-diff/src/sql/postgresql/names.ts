import { nodeAt, numberAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { PlacedName } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { stringsIn } from "./strings-in.js";

/** The table, view or sequence that a `RangeVar` names. */
export function relationName(rangeVar: TreeNode | null, text: StatementText): PlacedName {
  const name = textAt(rangeVar ?? {}, "relname") ?? "";
  const schema = textAt(rangeVar ?? {}, "schemaname");
  const { statement } = text;
  const index = text.indexAt(statement.offsetOf(numberAt(rangeVar ?? {}, "location") ?? 0));
  const parts = 1 + (schema === null ? 0 : 1) + (textAt(rangeVar ?? {}, "catalogname") ? 1 : 0);
  return { name, schema, span: text.nameAt(index, parts).span };
}

/** The name that a list of strings spells; it stands behind the token at `from`. */
export function listName(list: readonly TreeNode[], text: StatementText, from: number): PlacedName {
  const path = stringsIn(list);
  return pathName(path, text, from);
}

export function pathName(path: readonly string[], text: StatementText, from: number): PlacedName {
  const name = path.at(-1) ?? "";
  const schema = path.at(-2) ?? null;
  const count = text.statement.tokens.length;
  for (let index = from; index < count; index++) {
    const found = text.nameAt(index, path.length);
    if (found.name === name && (found.schema === schema || path.length > 2)) {
      return { name, schema, span: found.span };
    }
  }
  return { name, schema, span: text.at.span };
}

/** The name that a `List`, a `TypeName` or a list of arguments holds, as `DROP` and `COMMENT` do. */
export function namesOfObject(object: TreeNode): readonly string[] {
  const list = nodeAt(object, "List") ?? nodeAt(object, "TypeName");
  const withArguments = nodeAt(object, "ObjectWithArgs");
  const text = textAt(nodeAt(object, "String") ?? {}, "sval");
  if (text !== null) return [text];
  return stringsIn(nodesOf(list?.items ?? list?.names ?? withArguments?.objname));
}

function nodesOf(value: unknown): readonly TreeNode[] {
  return Array.isArray(value)
    ? value.filter((each): each is TreeNode => typeof each === "object")
    : [];
}
