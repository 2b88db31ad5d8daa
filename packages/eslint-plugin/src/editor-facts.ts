import type { EditorSource } from "@domain-isolation/module-graph";
import {
  extractFromTree,
  isSyntaxNode,
  namespaceMembers,
  scriptBlocks,
  type SyntaxNode,
} from "@domain-isolation/source-facts";
import type { SourceCode } from "eslint";
import { editorTypes } from "./editor-types.js";

/** What the linter's tree says of a file, be it saved or not. */
export function editorFacts(sourceCode: SourceCode, file: string): EditorSource {
  const { ast: program, text, visitorKeys } = sourceCode;
  if (!isSyntaxNode(program)) throw new TypeError("the linter's tree does not consist of nodes");
  const comments = sourceCode.getAllComments();
  const facts = extractFromTree({ program, visitorKeys, comments, text, file });
  const sources = scriptBlocks(text, file)?.sources ?? [];
  const imports = [...sources, ...facts.imports];
  const membersOf = membersIn(program);
  const types = editorTypes(sourceCode, file);
  return { ...facts, imports, membersOf, tree: treeOf(sourceCode, file), types };
}

/**
 * The graph remembers what it was told of a file. A function of its own, so that this closure shares
 * no variable with another, and the trees of a whole run are not kept alive.
 */
function membersIn(program: SyntaxNode): EditorSource["membersOf"] {
  const tree = new WeakRef(program);
  return (local) => {
    const alive = tree.deref();
    return alive ? namespaceMembers(alive, local) : null;
  };
}

/** Kept alive by the linter alone, like the members. */
function treeOf({ ast, text, visitorKeys }: SourceCode, file: string): EditorSource["tree"] {
  const tree = new WeakRef(ast);
  return () => {
    const program = tree.deref();
    if (!isSyntaxNode(program)) return null;
    return { program, visitorKeys, comments: [], text, file };
  };
}
