import type { SqlDialect } from "../sql-reading.js";
import type { Token } from "./token.js";

const command = /delimiter[ \t]+(\S+)[^\n]*/iuy;

/** What ends a statement where no `;` does, and says what ends those from there on. */
export interface Delimiter {
  readonly delimiter: string;
  readonly end: number;
}

/**
 * `DELIMITER //`, a command of MySQL's client that dumps and scripts with programs in them hold:
 * https://dev.mysql.com/doc/refman/8.4/en/mysql-commands.html
 */
export function delimiterCommand(text: string, at: number, dialect: SqlDialect): Delimiter | null {
  if (dialect !== "mysql") return null;
  command.lastIndex = at;
  const [all = "", delimiter = ""] = command.exec(text) ?? [];
  return delimiter === "" ? null : { delimiter, end: at + all.length };
}

/** A delimiter other than `;`, where it stands. */
export function ownDelimiter(text: string, at: number, delimiter: string): Delimiter | null {
  if (delimiter === ";" || !text.startsWith(delimiter, at)) return null;
  return { delimiter, end: at + delimiter.length };
}

/** A token without a delimiter that the lexer takes for a part of it: `END$$`. */
export function cutAtDelimiter(token: Token, text: string, delimiter: string): Token {
  if (token.kind !== "word" && token.kind !== "sign") return token;
  const cut = text.slice(token.start, token.end).indexOf(delimiter);
  return cut > 0 ? { ...token, end: token.start + cut } : token;
}
