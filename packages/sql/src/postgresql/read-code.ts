import { nodeAt, nodesAt, numberAt, textAt, type TreeNode } from "../tree/tree-node.js";
import { walkTree, type Walk } from "./walk.js";

/** `DO`, `CREATE FUNCTION`, `CREATE PROCEDURE`: their code is a string, or follows as statements. */
export function readCode(statement: TreeNode, walk: Walk): void {
  const options = [...nodesAt(statement, "options"), ...nodesAt(statement, "args")].map(
    (option) => nodeAt(option, "DefElem") ?? {},
  );
  const code = options.find((option) => textAt(option, "defname") === "as");
  const language = options.find((option) => textAt(option, "defname") === "language");
  if (code) {
    const name = textAt(nodeAt(nodeAt(language ?? {}, "arg") ?? {}, "String") ?? {}, "sval");
    const place = numberAt(code, "location") ?? 0;
    walk.found.code.push({ language: (name ?? "plpgsql").toLowerCase(), place });
  }
  walkTree(statement, walk);
}
