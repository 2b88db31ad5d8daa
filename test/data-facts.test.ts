import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createModuleGraph } from "@domain-isolation/module-graph";
import { extractFromTree, isSourceFile, isSyntaxNode } from "@domain-isolation/source-facts";
import { parseForESLint } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { compareFacts } from "./data-facts/compare-facts.js";
import { expectedFacts } from "./data-facts/expected-facts.js";
import { observedFacts } from "./data-facts/observed-facts.js";
import { compileFixture } from "./fixtures-harness/compile-fixture.js";

const folder = resolve(import.meta.dirname, "../fixtures");
const shops = readdirSync(folder).filter((name) => name.endsWith("-shop"));

describe.each(shops)("%s", (name) => {
  const root = join(folder, name);
  const files = createModuleGraph(root)
    .files()
    .filter((file) => isSourceFile(file) || file.endsWith(".prisma"));
  const text = (file: string) => readFileSync(join(root, file), "utf8");

  it("compiles", () => {
    expect(compileFixture(root)).toBe("");
  });

  it("has exactly the facts that are written in it", () => {
    const graph = createModuleGraph(root);
    const observed = files.flatMap((file) => observedFacts(file, text(file), graph.data(file)));
    expect(compareFacts(expectedFacts(root), observed)).toBe("");
  });

  it("has the same facts in an editor", () => {
    const graph = createModuleGraph(root);
    const observed = files.flatMap((file) => {
      if (isSourceFile(file)) graph.resolveFacts(file, editorSource(file, text(file)));
      return observedFacts(file, text(file), graph.data(file));
    });
    expect(compareFacts(expectedFacts(root), observed)).toBe("");
  });
});

/** What ESLint would bring. */
function editorSource(file: string, text: string) {
  const jsx = file.endsWith("x");
  const { ast, visitorKeys } = parseForESLint(text, {
    range: true,
    loc: true,
    filePath: file,
    ecmaFeatures: { jsx },
  });
  const program: unknown = ast;
  if (!isSyntaxNode(program)) throw new TypeError("no tree");
  const tree = { program, visitorKeys, comments: [], text, file };
  return { ...extractFromTree(tree), membersOf: () => null, tree: () => tree };
}
