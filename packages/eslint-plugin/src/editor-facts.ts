import type { EditorSource } from "@domain-isolation/module-graph";
import {
  extractFromTree,
  isSyntaxNode,
  namespaceMembers,
  needsTree,
  scriptBlocks,
  type SyntaxNode,
} from "@domain-isolation/source-facts";
import type { SourceCode } from "eslint";

/** What the linter's tree says of a file, be it saved or not. */
export function editorFacts(sourceCode: SourceCode, file: string): EditorSource {
  const { ast, text } = sourceCode;
  if (!isSyntaxNode(ast)) throw new TypeError("the linter's tree does not consist of nodes");
  const comments = sourceCode
    .getAllComments()
    .map((comment) => ({ ...comment, range: sourceCode.getRange(comment) }));
  const program = reachingPart(ast, text, file);
  const facts = extractFromTree({ program, comments, text, file });
  const sources = scriptBlocks(text, file)?.sources ?? [];
  return { ...facts, imports: [...sources, ...facts.imports], membersOf: membersIn(ast) };
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

/**
 * The part of a tree that can reach other modules: its import and export statements where the text
 * proves that there is nothing else. To walk the whole tree takes a tenth of the parser's time.
 */
function reachingPart(program: SyntaxNode, text: string, file: string): SyntaxNode {
  const { body } = program;
  if (!/\.[cm]?[jt]sx?$/u.test(file) || needsTree(text, file) || !Array.isArray(body)) {
    return program;
  }
  const reaching = body.filter((node) => isSyntaxNode(node) && isSyntaxNode(node.source));
  return { ...program, body: reaching };
}
