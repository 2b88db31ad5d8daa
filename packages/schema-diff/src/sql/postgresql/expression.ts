import { isTreeNode, numberAt } from "@domain-isolation/sql";
import type { StatementText } from "../statement-text.js";

/** The text of an expression that begins at a token, up to a comma, a parenthesis or a stop. */
export function expressionFrom(
  text: StatementText,
  from: number,
  stops: ReadonlySet<number> = new Set(),
): string {
  const { tokens } = text.statement;
  const end = text.find(from, (word, index) => {
    const start = tokens[index]?.start ?? 0;
    return word === "," || word === ")" || (index > from && stops.has(start));
  });
  return text.between(from, end);
}

/** What stands between the parenthesis at a token and the one that closes it. */
export function withinParentheses(text: StatementText, open: number): string {
  return text.between(open + 1, text.closing(open));
}

/** The smallest place in a part of a tree: where it begins, apart from parentheses. */
export function firstLocation(value: unknown): number {
  if (Array.isArray(value)) return Math.min(Infinity, ...value.map(firstLocation));
  if (!isTreeNode(value)) return Infinity;
  const own = numberAt(value, "location") ?? Infinity;
  return Math.min(own, ...Object.values(value).map(firstLocation));
}

/** The index behind the last of some words that stands before a part of the tree. */
export function indexBehind(text: StatementText, value: unknown, word: string): number {
  const location = firstLocation(value);
  if (location === Infinity) return text.statement.tokens.length;
  let index = text.indexAt(text.statement.offsetOf(location));
  while (index > 0 && text.word(index - 1) !== word) index--;
  return index;
}
