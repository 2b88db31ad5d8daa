import type { Grammar } from "../grammar.js";
import { parseWithSqlparser } from "./parse.js";
import { readSqlparser } from "./read.js";
import type { SqlparserDialect } from "./walk.js";

function grammarFor(dialect: SqlparserDialect): Grammar {
  return {
    parse: (sql) => parseWithSqlparser(sql, dialect),
    read: (tree, sql) => readSqlparser(tree, sql, dialect),
  };
}

export const mysqlGrammar = grammarFor("mysql");
export const sqliteGrammar = grammarFor("sqlite");
