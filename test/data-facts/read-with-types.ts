import { readFileSync } from "node:fs";
import { join } from "node:path";
import { noDataFacts, type DataFacts } from "@domain-isolation/model";
import { createModuleGraph, type ModuleGraph } from "@domain-isolation/module-graph";
import { scanProject } from "@domain-isolation/scanner";
import { isSourceFile, type TypeName, type TypeSource } from "@domain-isolation/source-facts";
import * as tsParser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import { editorFacts } from "../../packages/eslint-plugin/src/editor-facts.js";
import type { PlacedFact } from "./expected-facts.js";
import { observedFacts } from "./observed-facts.js";
import { observedLeaks } from "./observed-leaks.js";

/** What types said, by file, place and question. */
export type Answers = Map<string, readonly TypeName[] | null>;

export interface TypedReading {
  readonly facts: readonly PlacedFact[];
  readonly leaks: readonly PlacedFact[];
  readonly answers: Answers;
}

/** As the command reads it. */
export function readWithTsMorph(root: string): TypedReading {
  const answers: Answers = new Map();
  const graph = createModuleGraph(root);
  const useTypes = (types: TypeSource | null) => {
    graph.useTypes(types && noting(types, answers));
  };
  const project = scanProject({ ...graph, useTypes }, { map: null, types: "on" });
  return project.types.settle(() => {
    answers.clear();
    return { ...readAll(graph, (file) => project.data(file)), answers };
  });
}

/** As ESLint reads it, where the parser has a project. */
export function readWithParserServices(root: string): TypedReading {
  const answers: Answers = new Map();
  const graph = createModuleGraph(root);
  const read = readAll(graph, (file, text) => {
    if (!isSourceFile(file)) return graph.data(file);
    const facts: DataFacts[] = [];
    lint(root, file, text, ({ sourceCode }) => {
      const source = editorFacts(sourceCode, file);
      const types = source.types ? noting(source.types, answers) : null;
      graph.resolveFacts(file, { ...source, types });
      // Now, as long as the tree is there.
      const { leaks, ...rest } = graph.data(file);
      facts.push({ ...rest, leaks });
    });
    return facts[0] ?? noDataFacts;
  });
  return { ...read, answers };
}

function lint(
  root: string,
  file: string,
  text: string,
  use: (context: Rule.RuleContext) => void,
): void {
  const parserOptions = { projectService: true, tsconfigRootDir: root };
  const read: Rule.RuleModule = {
    create: (context) => ({
      Program: () => {
        use(context);
      },
    }),
  };
  const messages = new Linter({ cwd: root }).verify(
    text,
    [
      {
        files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"],
        languageOptions: { parser: tsParser, parserOptions },
        plugins: { test: { rules: { read } } },
        rules: { "test/read": "error" },
      },
    ],
    { filename: join(root, file) },
  );
  if (messages[0]) throw new Error(messages[0].message);
}

function readAll(
  graph: ModuleGraph,
  data: (file: string, text: string) => DataFacts,
): Omit<TypedReading, "answers"> {
  const files = graph.files().filter((file) => isSourceFile(file) || file.endsWith(".prisma"));
  const read = files.map((file) => {
    const text = readFileSync(join(graph.root, file), "utf8");
    const facts = data(file, text);
    return { facts: observedFacts(file, text, facts), leaks: observedLeaks(file, text, facts) };
  });
  return {
    facts: read.flatMap(({ facts }) => facts),
    leaks: read.flatMap(({ leaks }) => leaks),
  };
}

/** The same source, and what it says is kept. */
function noting(types: TypeSource, answers: Answers): TypeSource {
  const ask =
    (question: keyof TypeSource): TypeSource["typeAt"] =>
    (file, span) => {
      const answer = types[question](file, span);
      answers.set(`${file}:${String(span.start)}-${String(span.end)} ${question}`, answer);
      return answer;
    };
  return { typeAt: ask("typeAt"), returnedAt: ask("returnedAt") };
}
