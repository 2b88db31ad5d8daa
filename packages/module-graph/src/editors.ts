import type { ParsedSource, TypeSource } from "@domain-isolation/source-facts";
import type { EditorSource } from "./module-graph.js";

/** What a linter has shown of its files; it may be newer than the disk. */
export interface Editors {
  open(file: string, source: EditorSource): void;
  get(file: string): EditorSource | undefined;
  tree(file: string): ParsedSource | null;
  /** What the program of the file that was opened last knows. */
  types(): TypeSource | null;
  forget(): void;
}

export function createEditors(): Editors {
  const sources = new Map<string, EditorSource>();
  let latest: EditorSource | null = null;
  return {
    open: (file, source) => {
      sources.set(file, source);
      latest = source;
    },
    get: (file) => sources.get(file),
    tree: (file) => sources.get(file)?.tree() ?? null,
    types: () => latest?.types ?? null,
    forget: () => {
      sources.clear();
      latest = null;
    },
  };
}
