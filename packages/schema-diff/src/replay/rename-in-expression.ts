import { nameOfToken, parseTokens } from "@domain-isolation/sql";
import type { Dialect } from "@domain-isolation/model";
import type { DialectRules } from "./dialects/dialect-rules.js";

type Rules = Pick<DialectRules, "dialect" | "foldColumn">;

/** An expression in which a column has another name. */
export function renameInExpression(
  expression: string,
  from: string,
  to: string,
  { dialect, foldColumn }: Rules,
): string {
  return renameTokens(expression, to, dialect, ({ name, next }) => {
    return next !== "(" && next !== "." && foldColumn(name) === foldColumn(from);
  });
}

/** An expression in which the table whose name stands before dots has another name. */
export function renameQualifier(
  expression: string,
  from: string,
  to: string,
  { dialect, fold }: Pick<DialectRules, "dialect" | "fold">,
): string {
  const isMeant = ({ name, next, previous }: SpelledName) =>
    next === "." && previous !== "." && fold(name) === fold(from);
  return renameTokens(expression, to, dialect, isMeant);
}

/** A name in a text of SQL, with the tokens beside it; empty where there are none. */
export interface SpelledName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly previous: string;
  readonly next: string;
  /** What stands before the dot that stands before it. */
  readonly qualifier: string | null;
}

/** A text in which the names that are meant are written otherwise. */
export function renameTokens(
  text: string,
  to: string,
  dialect: Dialect,
  isMeant: (name: SpelledName) => boolean,
): string {
  let result = "";
  let behind = 0;
  for (const name of namesIn(text, dialect)) {
    if (!isMeant(name)) continue;
    result += text.slice(behind, name.start) + quoted(to, dialect);
    behind = name.end;
  }
  return result + text.slice(behind);
}

export function namesIn(text: string, dialect: Dialect): readonly SpelledName[] {
  const tokens = parseTokens(text, dialect);
  const textAt = (index: number) => {
    const token = tokens[index];
    return token ? text.slice(token.start, token.end) : "";
  };
  return tokens.flatMap((token, index) => {
    if (token.kind !== "word" && token.kind !== "quoted") return [];
    const { start, end } = token;
    const beforeDot = textAt(index - 1) === "." ? tokens[index - 2] : undefined;
    const qualifier = beforeDot ? nameOfToken(beforeDot, text, dialect) : null;
    const beside = { previous: textAt(index - 1), next: textAt(index + 1) };
    return [{ name: nameOfToken(token, text, dialect), start, end, ...beside, qualifier }];
  });
}

function quoted(name: string, dialect: Dialect): string {
  if (/^[a-z_][a-z0-9_]*$/u.test(name)) return name;
  const quote = dialect === "mysql" ? "`" : '"';
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}
