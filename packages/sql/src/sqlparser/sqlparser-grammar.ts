import type { Grammar } from "../grammar.js";
import { parseWithSqlparser } from "./parse.js";

export const mysqlGrammar: Grammar = {
  parse: (sql) => parseWithSqlparser(sql, "mysql"),
  read: () => ({ operation: "other", tables: [], temporary: [], unread: [] }),
};

export const sqliteGrammar: Grammar = {
  parse: (sql) => parseWithSqlparser(sql, "sqlite"),
  read: () => ({ operation: "other", tables: [], temporary: [], unread: [] }),
};
