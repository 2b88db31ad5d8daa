import { sqlDriver } from "../sql-driver.js";

/** PGlite: https://pglite.dev/docs/api */
export const pglite = sqlDriver({
  library: "pglite",
  packages: ["@electric-sql/pglite"],
  dialect: "postgresql",
  clients: ["PGlite", "PGliteInterface", "Transaction"],
  sends: ["query", "exec"],
  transactions: ["transaction"],
  tags: ["sql"],
});
