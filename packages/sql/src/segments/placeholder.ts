import type { Token } from "../lexer/token.js";
import type { SqlDialect } from "../sql-reading.js";
import type { HoleContent } from "./hole.js";

interface Placeholder {
  readonly end: number;
  readonly content: HoleContent;
}

interface Context {
  readonly dialect: SqlDialect;
  /** Then an operator is expected and no value: `data ? 'key'`, `list[1:last]`, `a @ b`, `a %s`. */
  readonly isBehindOperand: boolean;
}

const value: HoleContent = { kind: "value" };
const identifier: HoleContent = { kind: "identifier" };

/**
 * What a library puts in: `?` and `??` (mysql2, knex), `:name`, `@name`, `$name`, `:name:` (knex),
 * `%s`, `%L` and `%I` (pg-format).
 */
export function placeholderAt(
  tokens: readonly Token[],
  index: number,
  text: string,
  { dialect, isBehindOperand }: Context,
): Placeholder | null {
  const sign = tokens[index];
  const next = tokens[index + 1];
  if (!sign) return null;
  const follows = next?.start === sign.end ? next : null;
  const spelled = text.slice(sign.start, sign.end);
  if (spelled === "?" && (dialect !== "postgresql" || !isBehindOperand)) {
    const isDouble = follows && text.charAt(follows.start) === "?";
    return isDouble ? { end: follows.end, content: identifier } : { end: sign.end, content: value };
  }
  if (isBehindOperand || !follows || !isName(follows)) return null;
  if (spelled === "%") return formatted(text.slice(follows.start, follows.end), follows.end);
  if (!/^[:@$]$/u.test(spelled)) return null;
  const close = tokens[index + 2];
  const isNamed = spelled === ":" && close?.start === follows.end && isColon(close, text);
  return isNamed ? { end: close.end, content: identifier } : { end: follows.end, content: value };
}

function isName({ kind }: Token): boolean {
  return kind === "word" || kind === "literal" || kind === "hole";
}

function isColon({ start, end }: Token, text: string): boolean {
  return end === start + 1 && text.charAt(start) === ":";
}

function formatted(directive: string, end: number): Placeholder | null {
  switch (directive) {
    case "s":
      return { end, content: { kind: "unknown", reason: "`%s` is filled in when it runs" } };
    case "d":
    case "i":
    case "L":
      return { end, content: value };
    case "I":
      return { end, content: identifier };
    default:
      return null;
  }
}
