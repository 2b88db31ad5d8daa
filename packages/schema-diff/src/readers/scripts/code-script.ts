import type { OpaqueChange } from "../../changes/change.js";

const languages: ReadonlyMap<string, string> = new Map([
  ["cjs", "JavaScript"],
  ["cts", "TypeScript"],
  ["go", "Go"],
  ["groovy", "Groovy"],
  ["java", "Java"],
  ["js", "JavaScript"],
  ["kt", "Kotlin"],
  ["mjs", "JavaScript"],
  ["mts", "TypeScript"],
  ["py", "Python"],
  ["rs", "Rust"],
  ["scala", "Scala"],
  ["ts", "TypeScript"],
]);

/** The language of a migration that is a program; null for SQL. */
export function languageOf(file: string): string | null {
  return languages.get(file.slice(file.lastIndexOf(".") + 1)) ?? null;
}

/** A migration that is a program: what it does is known when it runs. */
export function writtenInCode(file: string, text: string, language: string): OpaqueChange {
  const firstLine = /^[^\n\r]*/u.exec(text)?.[0].length ?? 0;
  return {
    kind: "opaque",
    at: { file, span: { start: 0, end: firstLine } },
    reason: `it is a program in ${language}`,
    reads: [],
    writes: [],
  };
}
