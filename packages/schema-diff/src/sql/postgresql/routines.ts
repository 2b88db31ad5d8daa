import { nodeAt, nodesAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { typeOfNode } from "./canonical-type.js";
import { listName, relationName } from "./names.js";
import { touchedBy } from "./queries.js";

/** Parameters that aren't among the types that tell a function from others of its name. */
const results = new Set(["FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"]);

export function readCreateRoutine(node: TreeNode, text: StatementText): readonly Change[] {
  const { reads, writes } = touchedBy(text);
  const parameters = nodesAt(node, "parameters").map(
    (each) => nodeAt(each, "FunctionParameter") ?? {},
  );
  return [
    {
      kind: "create routine",
      at: text.at,
      name: listName(nodesAt(node, "funcname"), text, 1),
      routine: node.is_procedure === true ? "procedure" : "function",
      arguments: parameters
        .filter((each) => !results.has(textAt(each, "mode") ?? ""))
        .map((each) => typeOfNode(nodeAt(each, "argType") ?? {})),
      orReplace: node.replace === true,
      reads,
      writes,
    },
  ];
}

/** `CREATE AGGREGATE`; other things that are defined so hold no tables. */
export function readDefine(node: TreeNode, text: StatementText): readonly Change[] {
  const name = listName(nodesAt(node, "defnames"), text, 1);
  const base = { at: text.at, name } as const;
  switch (textAt(node, "kind")) {
    case "OBJECT_AGGREGATE": {
      const routine = { routine: "aggregate", orReplace: false, reads: [], writes: [] } as const;
      return [{ kind: "create routine", ...base, ...routine, arguments: aggregated(node) }];
    }
    case "OBJECT_TYPE":
      return [{ kind: "create type", ...base, type: "composite", values: [] }];
    default:
      return [];
  }
}

function aggregated(node: TreeNode): readonly string[] {
  const [list] = nodesAt(node, "args");
  return nodesAt(nodeAt(list ?? {}, "List") ?? {}, "items").map((each) =>
    typeOfNode(nodeAt(nodeAt(each, "FunctionParameter") ?? {}, "argType") ?? {}),
  );
}

export function readCreateTrigger(node: TreeNode, text: StatementText): readonly Change[] {
  const function_ = nodesAt(node, "funcname");
  const execute = text.find(0, (word) => word === "execute");
  return [
    {
      kind: "create trigger",
      at: text.at,
      name: textAt(node, "trigname") ?? "",
      table: relationName(nodeAt(node, "relation"), text),
      routine: function_.length > 0 ? listName(function_, text, execute + 2) : null,
      orReplace: node.replace === true,
      ifNotExists: false,
      reads: [],
      writes: [],
    },
  ];
}
