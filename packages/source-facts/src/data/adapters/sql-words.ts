import { childrenOf, templateText } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";

const keywords =
  "select|insert|update|delete|with|merge|replace|truncate|create|alter|drop|copy|lock|values|explain|begin|commit|call|do";

/** In lower case these words also begin sentences: more of the statement has to follow. */
const lowerCase = [
  String.raw`select\s+(?:[*\d"]|[^"'\x60]+\sfrom\s)`,
  String.raw`insert\s+(?:into|or)\s`,
  String.raw`update\s+\S+\s+(?:\w+\s+)?set\s`,
  String.raw`delete\s+from\s`,
  String.raw`with\s+(?:recursive\s+)?\w+\s*(?:\(|as\s)`,
  String.raw`(?:create|alter|drop|truncate|lock)\s+(?:table|view|index|or)\s`,
].join("|");

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
  "exec",
  "stream",
  "multi",
  "file",
]);

/** What a text holds that sends SQL: a string that begins with its words, or the methods. */
export function sqlWords(methods: readonly string[]): string {
  const telling = methods.filter((method) => !common.has(method));
  const called = telling.length > 0 ? String.raw`|\.\s*(?:${telling.join("|")})\s*[(<\x60]` : "";
  return String.raw`["'\x60]\s*(?:(?:${keywords.toUpperCase()})\s|${lowerCase})${called}`;
}

const beginning = new RegExp(
  String.raw`^(?:\s|\(|--[^\n]*\n|/\*[\s\S]*?\*/)*(?:${keywords})\b`,
  "iu",
);

/** Whether a text begins with a word with which statements begin. */
export function startsStatement(text: string): boolean {
  return beginning.test(text);
}

/** Whether the text of a template begins a statement, and is not only a part of one. */
export function beginsStatement(template: SyntaxNode): boolean {
  const text = templateText(template, 0) ?? "";
  return startsStatement(text) || (text.trim() === "" && childrenOf(template, "quasis").length > 1);
}
