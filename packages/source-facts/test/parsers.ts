import { parseForESLint } from "@typescript-eslint/parser";
import * as espree from "espree";
import { parseSync } from "oxc-parser";
import * as vueParser from "vue-eslint-parser";
import { isNode } from "../src/syntax/node.js";
import { scriptBlocks } from "../src/markup/script-blocks.js";
import type { ParsedSource, SyntaxComment, SyntaxNode } from "../src/syntax/syntax.js";

/** A file as a parser reads it, or null where it isn't for this parser. */
export type Parser = (text: string, file: string) => ParsedSource | null;

export function parseWithOxc(text: string, file: string, preserveParens = true): ParsedSource {
  const blocks = scriptBlocks(text, file);
  const code = blocks?.text ?? text;
  const result = parseSync(file, code, { preserveParens, ...(blocks && { lang: blocks.lang }) });
  return source(result.program, result.comments, code, file);
}

/** Each reads the same files as the same facts. */
export const parsers: Readonly<Record<string, Parser>> = {
  oxc: (text, file) => parseWithOxc(text, file),
  "oxc without parentheses": (text, file) => parseWithOxc(text, file, false),
  "typescript-eslint": (text, file) => {
    if (!/\.[cm]?tsx?$/u.test(file)) return null;
    const { ast } = parseForESLint(text, { filePath: file, range: true, comment: true });
    return source(ast, ast.comments, text, file);
  },
  espree: (text, file) => {
    // It knows neither the source phase nor import attributes of its default year.
    if (!/\.[cm]?jsx?$/u.test(file) || file.includes("source-phase")) return null;
    const sourceType = file.endsWith(".cjs") ? "commonjs" : "module";
    const options = { ecmaVersion: "latest", sourceType, range: true, comment: true } as const;
    const ast: unknown = espree.parse(text, { ...options, ecmaFeatures: { jsx: true } });
    return source(ast, commentsOf(ast), text, file);
  },
  "vue-eslint-parser": (text, file) => {
    if (!file.endsWith(".vue")) return null;
    const options = { parser: "@typescript-eslint/parser", range: true, sourceType: "module" };
    const { ast } = vueParser.parseForESLint(text, { ...options, filePath: file });
    return source(ast, ast.comments ?? [], text, file);
  },
};

function source(
  program: unknown,
  comments: readonly SyntaxComment[],
  text: string,
  file: string,
): ParsedSource {
  if (!isNode(program)) throw new Error(`no tree of ${file}`);
  return { program, comments, text, file };
}

function commentsOf(ast: unknown): readonly SyntaxComment[] {
  const comments: unknown = isNode(ast) ? ast.comments : [];
  return Array.isArray(comments) ? comments.filter(isComment) : [];
}

function isComment(value: unknown): value is SyntaxComment & SyntaxNode {
  return isNode(value) && typeof value.value === "string";
}
