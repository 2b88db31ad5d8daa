import { createRequire } from "node:module";
import type { ImportFact, Span, UnreadableFact } from "@domain-isolation/model";
import {
  isSyntaxNode,
  scriptBlocks,
  type ParsedSource,
  type SyntaxNode,
} from "@domain-isolation/source-facts";
import type * as Oxc from "oxc-parser";
import type { OxcError, ParseResult, ParserOptions } from "oxc-parser";

// Loaded with the first file: an editor that has its own tree of one may need no other.
const requireOxc: (id: "oxc-parser") => typeof Oxc = createRequire(import.meta.url);

/** A parsed file. Its tree is made only when asked for: that is what costs. */
export interface ParsedModule {
  /** What was parsed: as long as the file, with all but the script blocked out in Vue files. */
  readonly text: string;
  readonly record: ParseResult["module"];
  /** `<script src="…">` of Vue, Svelte and Astro files. */
  readonly sources: readonly ImportFact[];
  readonly unreadable: readonly UnreadableFact[];
  readonly tree: () => ParsedSource;
}

/** Parses one file with oxc. What it could read before an error stands. */
export function parseModule(file: string, text: string): ParsedModule {
  const blocks = scriptBlocks(text, file);
  const code = blocks?.text ?? text;
  const result = requireOxc("oxc-parser").parseSync(file, code, parserOptions(file, blocks?.lang));
  return {
    text: code,
    record: result.module,
    sources: blocks?.sources ?? [],
    unreadable: lostText(result, code),
    tree: () => ({ program: programOf(result), comments: result.comments, text: code, file }),
  };
}

/** Plain JavaScript may hold JSX, as in Babel, Next.js and React Native. */
function parserOptions(file: string, lang: ParserOptions["lang"]): ParserOptions {
  const options: ParserOptions = { preserveParens: false };
  if (lang) return { ...options, lang };
  if (file.endsWith(".cjs")) return { ...options, lang: "jsx", sourceType: "commonjs" };
  return /\.m?js$/u.test(file) ? { ...options, lang: "jsx" } : options;
}

/** oxc's own types know every node; a fact needs only that it is one. */
function programOf({ program }: { readonly program: unknown }): SyntaxNode {
  if (!isSyntaxNode(program)) throw new TypeError("oxc-parser gave no program");
  return program;
}

/**
 * oxc also tells mistakes that it reads past, as TypeScript does in what it doesn't check: a top-level
 * `return`, a second `declare`. Only after one that stops it is the program empty.
 */
function lostText(result: ParseResult, text: string): readonly UnreadableFact[] {
  const [error] = result.errors;
  return error && result.program.body.length === 0 ? [unreadable(error, text)] : [];
}

function unreadable({ message, labels }: OxcError, text: string): UnreadableFact {
  return { kind: "unreadable", span: labelSpan(labels[0], text), reason: clause(message) };
}

function labelSpan(label: Span | undefined, text: string): Span {
  const start = Math.min(label?.start ?? 0, text.length);
  return { start, end: Math.min(Math.max(label?.end ?? start, start), text.length) };
}

/** "Unexpected token" → "it does not parse: unexpected token". */
function clause(message: string): string {
  const sentence = message.replace(/\.$/u, "");
  return `it does not parse: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
