import { sqlDriver } from "../sql-driver.js";

/** Postgres.js: https://github.com/porsager/postgres */
export const postgres = sqlDriver({
  library: "postgres",
  packages: ["postgres"],
  dialect: "postgresql",
  clients: ["default", "Sql", "TransactionSql", "ReservedSql"],
  sends: ["unsafe", "file"],
  clientsOf: ["reserve", "savepoint"],
  transactions: ["begin", "savepoint"],
  tags: [""],
  identifiers: [""],
  columns: [""],
});
