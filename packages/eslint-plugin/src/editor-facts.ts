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
  const imports = sources.length > 0 ? [...sources, ...facts.imports] : facts.imports;
  return {
    ...facts,
    imports,
    ...laterFacts(sourceCode, file),
    types: editorTypes(sourceCode, file),
  };
}

/**
 * What the tree is asked for later. The graph remembers it, so a function of its own makes it: what
 * shares variables with these closures would keep the trees of a whole run alive.
 */
function laterFacts(
  { ast, text, visitorKeys }: SourceCode,
  file: string,
): Pick<EditorSource, "membersOf" | "tree"> {
  const kept = new WeakRef<object>(ast);
  const program = (): SyntaxNode | null => {
    const alive = kept.deref();
    return isSyntaxNode(alive) ? alive : null;
  };
  return {
    membersOf: (local) => {
      const alive = program();
      return alive && namespaceMembers(alive, local);
    },
    tree: () => {
      const alive = program();
      return alive && { program: alive, visitorKeys, comments: [], text, file };
    },
  };
}
