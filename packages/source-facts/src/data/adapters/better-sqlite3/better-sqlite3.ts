import { sqlDriver } from "../sql-driver.js";

/** better-sqlite3, and libsql's twin of it: https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md */
export const betterSqlite3 = sqlDriver({
  library: "better-sqlite3",
  packages: ["better-sqlite3", "libsql"],
  dialect: "sqlite",
  clients: ["default", "Database"],
  sends: ["exec"],
  prepares: ["prepare"],
});
