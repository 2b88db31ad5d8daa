import { nodeAt, nodesAt, textAt, unwrapNode, type TreeNode } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { stringsIn } from "./strings-in.js";

/** `SET search_path …`: other settings change nothing of the schema. */
export function readSetting(node: TreeNode, { at }: StatementText): readonly Change[] {
  const kind = textAt(node, "kind");
  if (kind === "VAR_RESET_ALL") return [{ kind: "set search path", at, schemas: null }];
  if (textAt(node, "name") !== "search_path") return [];
  const isGiven = kind === "VAR_SET_VALUE";
  return [
    { kind: "set search path", at, schemas: isGiven ? textsOf(nodesAt(node, "args")) : null },
  ];
}

/** `SELECT set_config('search_path', '', false)`, as dumps have it; null for any other query. */
export function searchPathSet(select: TreeNode, { at }: StatementText): Change | null {
  const [target] = nodesAt(select, "targetList");
  const [kind, call] = unwrapNode(nodeAt(nodeAt(target ?? {}, "ResTarget") ?? {}, "val") ?? {});
  if (kind !== "FuncCall") return null;
  const name = stringsIn(nodesAt(call, "funcname")).at(-1);
  const [setting, value] = textsOf(nodesAt(call, "args"));
  if (name !== "set_config" || setting !== "search_path" || value === undefined) return null;
  const schemas = value
    .split(",")
    .map((each) => each.trim().replaceAll('"', ""))
    .filter((each) => each !== "");
  return { kind: "set search path", at, schemas };
}

function textsOf(constants: readonly TreeNode[]): readonly string[] {
  return constants.flatMap(
    (each) => textAt(nodeAt(nodeAt(each, "A_Const") ?? {}, "sval") ?? {}, "sval") ?? [],
  );
}
