import { sqlDriver } from "../sql-driver.js";

/** Tags that make a text for a driver: sql-template-tag, sql-template-strings */
export const sqlTemplates = sqlDriver({
  library: "sql-templates",
  packages: ["sql-template-tag", "sql-template-strings", "@databases/sql", "pg-sql2"],
  dialect: "postgresql",
  clients: [],
  sends: [],
  texts: ["default", "sql", "SQL", "raw", "query", "fragment"],
  identifiers: ["ident", "identifier"],
});
