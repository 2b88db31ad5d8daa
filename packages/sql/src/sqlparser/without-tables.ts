import type { SqlparserDialect } from "./walk.js";

/** First words of statements that sqlparser doesn't know, and that touch the rows of no table. */
const operations: Readonly<Record<SqlparserDialect, Readonly<Record<string, string>>>> = {
  mysql: { xa: "transaction", help: "other", purge: "other", reset: "other", shutdown: "other" },
  sqlite: { pragma: "other", vacuum: "other", detach: "other", reindex: "other" },
};

export function operationWithoutTables(word: string, dialect: SqlparserDialect): string | null {
  return operations[dialect][word] ?? null;
}
