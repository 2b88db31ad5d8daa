import type { Grammar } from "./grammar.js";
import { postgresqlGrammar } from "./postgresql/postgresql-grammar.js";
import { mysqlGrammar, sqliteGrammar } from "./sqlparser/sqlparser-grammar.js";
import type { SqlDialect } from "./sql-reading.js";

export const grammars: Readonly<Record<SqlDialect, Grammar>> = {
  postgresql: postgresqlGrammar,
  sqlite: sqliteGrammar,
  mysql: mysqlGrammar,
};
