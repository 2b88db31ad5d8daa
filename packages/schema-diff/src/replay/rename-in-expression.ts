import { nameOfToken, parseTokens } from "@domain-isolation/sql";
import type { Dialect } from "@domain-isolation/model";

/** An expression in which a column has another name. */
export function renameInExpression(
  expression: string,
  from: string,
  to: string,
  dialect: Dialect,
): string {
  let result = "";
  let behind = 0;
  for (const token of parseTokens(expression, dialect)) {
    const isName = token.kind === "word" || token.kind === "quoted";
    if (!isName || nameOfToken(token, expression, dialect) !== from) continue;
    result += expression.slice(behind, token.start) + quoted(to, dialect);
    behind = token.end;
  }
  return result + expression.slice(behind);
}

function quoted(name: string, dialect: Dialect): string {
  if (/^[a-z_][a-z0-9_]*$/u.test(name)) return name;
  const quote = dialect === "mysql" ? "`" : '"';
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}
