import { childrenOf, templateText } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";

const keywords =
  "select|insert|update|delete|with|merge|replace|truncate|create|alter|drop|copy|lock|values|explain|begin|commit|call|do";

/** The case that people write: all of it upper or lower. */
const written = `${keywords}|${keywords.toUpperCase()}`;

/** Methods of these names are everywhere: they count only beside a text of SQL. */
const common = new Set([
  "",
  "run",
  "get",
  "all",
  "each",
  "map",
  "any",
  "one",
  "many",
  "none",
  "exists",
  "result",
  "stream",
  "multi",
  "file",
  "exec",
]);

/** What a text holds that sends SQL: a string or a line that begins with its words, or the methods. */
export function sqlWords(methods: readonly string[]): string {
  const telling = methods.filter((method) => !common.has(method));
  const called = telling.length > 0 ? String.raw`|\.\s*(?:${telling.join("|")})\s*[(<\x60]` : "";
  return String.raw`["'\x60\n]\s*(?:${written})\s${called}`;
}

const beginning = new RegExp(
  String.raw`^(?:\s|\(|--[^\n]*\n|/\*[\s\S]*?\*/)*(?:${keywords})\b`,
  "iu",
);

/** Whether the text of a template begins a statement, and is not only a part of one. */
export function beginsStatement(template: SyntaxNode): boolean {
  const text = templateText(template, 0) ?? "";
  return beginning.test(text) || (text.trim() === "" && childrenOf(template, "quasis").length > 1);
}
