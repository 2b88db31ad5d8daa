import { spelled, type Token } from "../lexer/token.js";
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
  const sign = spelled(tokens[index], text);
  const follows = adjacent(tokens, index);
  if (sign === "?") {
    const isOperator = dialect === "postgresql" && isBehindOperand;
    return isOperator ? null : questionMark(tokens[index], follows, text);
  }
  if (isBehindOperand || !follows || !isName(follows)) return null;
  if (sign === "%") return formatted(text.slice(follows.start, follows.end), follows.end);
  const close = sign === ":" ? adjacent(tokens, index + 1) : undefined;
  if (close && spelled(close, text) === ":") return { end: close.end, content: identifier };
  return /^[:@$]$/u.test(sign) ? { end: follows.end, content: value } : null;
}

/** The token behind one, where no space is between them. */
function adjacent(tokens: readonly Token[], index: number): Token | undefined {
  const next = tokens[index + 1];
  return next && next.start === tokens[index]?.end ? next : undefined;
}

function questionMark(
  mark: Token | undefined,
  follows: Token | undefined,
  text: string,
): Placeholder | null {
  if (spelled(follows, text) === "?" && follows) return { end: follows.end, content: identifier };
  return mark ? { end: mark.end, content: value } : null;
}

function isName({ kind }: Token): boolean {
  return kind === "word" || kind === "literal" || kind === "hole";
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
