import { spelled, type Token } from "../lexer/token.js";
import type { Edit } from "../segments/rewrite.js";
import type { SqlparserDialect } from "./walk.js";

const beforeTable = new Set(["from", "join", "into", "update", "table", "."]);

/** The quotes of strings that can hold names: SQLite takes any, MySQL does with `ANSI_QUOTES`. */
const stringQuote: Readonly<Record<SqlparserDialect, string>> = { mysql: '"', sqlite: "'" };
const nameQuote: Readonly<Record<SqlparserDialect, string>> = { mysql: "`", sqlite: '"' };

/** `FROM 'users'` → `FROM "users"`: of a name in a string sqlparser doesn't tell the place. */
export function rewordNamesInStrings(
  tokens: readonly Token[],
  text: string,
  dialect: SqlparserDialect,
): readonly Edit[] {
  const quote = stringQuote[dialect];
  return tokens.flatMap((token, index) => {
    if (token.kind !== "string" || text.charAt(token.start) !== quote) return [];
    const isName =
      beforeTable.has(spelled(tokens[index - 1], text)) || spelled(tokens[index + 1], text) === ".";
    const content = text.slice(token.start + 1, token.end - 1);
    if (!isName || content.includes(quote) || content.includes(nameQuote[dialect])) return [];
    return [
      { start: token.start, end: token.start + 1, text: nameQuote[dialect] },
      { start: token.end - 1, end: token.end, text: nameQuote[dialect] },
    ];
  });
}
