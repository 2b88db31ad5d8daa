import { nameOfToken, parseTokens } from "@domain-isolation/sql";
import type { Dialect, Table } from "@domain-isolation/model";

/** The columns of a table that an expression names, each once, in the order of the expression. */
export function columnsIn(
  expression: string,
  { columns }: Pick<Table, "columns">,
  dialect: Dialect,
): readonly string[] {
  const names = new Set(columns.map(({ name }) => name));
  const found = new Set<string>();
  const tokens = parseTokens(expression, dialect);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word" && token.kind !== "quoted") continue;
    const next = tokens[index + 1];
    const isCalled = next !== undefined && expression.slice(next.start, next.end) === "(";
    const name = nameOfToken(token, expression, dialect);
    if (!isCalled && names.has(name)) found.add(name);
  }
  return [...found];
}
