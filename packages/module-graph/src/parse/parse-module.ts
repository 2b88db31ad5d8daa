import type { ImportFact, Span, UnreadableFact } from "@domain-isolation/model";
import { scriptBlocks, type ParsedSource } from "@domain-isolation/source-facts";
import { parseSync, type OxcError, type ParseResult, type ParserOptions } from "oxc-parser";

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
  const result = parseSync(file, code, parserOptions(file, blocks?.lang));
  return {
    text: code,
    record: result.module,
    sources: blocks?.sources ?? [],
    unreadable: result.errors
      .filter((error) => !isAllowed(file, error))
      .slice(0, 1)
      .map((error) => unreadable(error, code)),
    tree: () => ({ program: result.program, comments: result.comments, text: code, file }),
  };
}

/**
 * Plain JavaScript may hold JSX, as in Babel, Next.js and React Native; and a script may `return`
 * on its top level where Node runs it as CommonJS.
 */
function parserOptions(file: string, lang: ParserOptions["lang"]): ParserOptions {
  const options: ParserOptions = { preserveParens: false };
  if (lang) return { ...options, lang };
  if (file.endsWith(".cjs")) return { ...options, lang: "jsx", sourceType: "commonjs" };
  return /\.m?js$/u.test(file) ? { ...options, lang: "jsx" } : options;
}

/** Node wraps a CommonJS script in a function, Astro its frontmatter. */
function isAllowed(file: string, { message }: OxcError): boolean {
  return message.startsWith("A 'return' statement") && /\.(?:c?js|astro)$/u.test(file);
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
