import { nodeAt, nodesAt, numberAt, textAt, type TreeNode } from "../tree/tree-node.js";
import { walkTree, type Walk } from "./walk.js";

/** `DO`, `CREATE FUNCTION`, `CREATE PROCEDURE`: their code is a string, or follows as statements. */
export function readBody(statement: TreeNode, walk: Walk): void {
  const options = [...nodesAt(statement, "options"), ...nodesAt(statement, "args")]
    .map((option) => nodeAt(option, "DefElem"))
    .filter((option) => option !== null);
  const code = options.find((option) => textAt(option, "defname") === "as");
  const language = options.find((option) => textAt(option, "defname") === "language");
  if (code) {
    const { found } = walk;
    const name = (language && stringIn(nodeAt(language, "arg"))) ?? "plpgsql";
    found.nested.push({ language: name.toLowerCase(), place: numberAt(code, "location") ?? 0 });
  }
  walkTree(statement, walk);
}

function stringIn(node: TreeNode | null): string | null {
  return node && textAt(nodeAt(node, "String") ?? {}, "sval");
}
