import type { Grammar } from "../grammar.js";
import { parseWithSqlparser } from "./parse.js";
import { rewordNamesInStrings } from "./names-in-strings.js";
import { rewordMisread, rewordUnknown } from "./phrases.js";
import { readSqlparser } from "./read.js";
import { rewordMysql } from "./reword-mysql.js";
import { rewordSqlite } from "./reword-sqlite.js";
import type { SqlparserDialect } from "./walk.js";
import { operationWithoutTables } from "./without-tables.js";

function grammarFor(dialect: SqlparserDialect): Grammar {
  const rewordSentences = dialect === "mysql" ? rewordMysql : rewordSqlite;
  return {
    isExact: false,
    parse: (sql) => parseWithSqlparser(sql, dialect),
    statementOf: (tree) => tree,
    read: (tree, sql) => readSqlparser(tree, sql, dialect),
    operationWithoutTables: (firstWord) => operationWithoutTables(firstWord, dialect),
    reword(tokens, text, isRefused) {
      const misread = [
        ...rewordMisread(tokens, text, dialect),
        ...rewordNamesInStrings(tokens, text, dialect),
      ];
      if (!isRefused) return misread;
      const unknown = rewordUnknown(tokens, text, dialect);
      return [...misread, ...unknown, ...rewordSentences(tokens, text)];
    },
  };
}

export const mysqlGrammar = grammarFor("mysql");
export const sqliteGrammar = grammarFor("sqlite");
