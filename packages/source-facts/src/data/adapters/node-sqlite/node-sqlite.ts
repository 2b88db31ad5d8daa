import { sqlDriver } from "../sql-driver.js";

/** Node's own: https://nodejs.org/api/sqlite.html */
export const nodeSqlite = sqlDriver({
  library: "node-sqlite",
  packages: ["node:sqlite", "sqlite"],
  dialect: "sqlite",
  clients: ["DatabaseSync"],
  sends: ["exec"],
  prepares: ["prepare"],
});
