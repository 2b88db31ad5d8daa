import { nameOfToken, parseTokens } from "@domain-isolation/sql";
import type { Dialect, Table } from "@domain-isolation/model";

/** The columns of a table that an expression names, each once, in the order of the expression. */
export function columnsIn(
  expression: string,
  { columns }: Pick<Table, "columns">,
  dialect: Dialect,
  fold: (name: string) => string = (name) => name,
): readonly string[] {
  const names = new Map(columns.map(({ name }) => [fold(name), name]));
  const found = new Set<string>();
  const tokens = parseTokens(expression, dialect);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word" && token.kind !== "quoted") continue;
    const next = tokens[index + 1];
    const isCalled = next !== undefined && expression.slice(next.start, next.end) === "(";
    const name = names.get(fold(nameOfToken(token, expression, dialect)));
    if (!isCalled && name !== undefined) found.add(name);
  }
  return [...found];
}
