import { sqlDriver } from "../sql-driver.js";

/** sqlite3, and its promises in sqlite: https://github.com/TryGhost/node-sqlite3/wiki/API */
export const sqlite3 = sqlDriver({
  library: "sqlite3",
  packages: ["sqlite3", "sqlite"],
  dialect: "sqlite",
  clients: ["Database", "open"],
  sends: ["run", "get", "all", "each", "exec", "map"],
  prepares: ["prepare"],
  modules: ["verbose"],
  clientsOf: ["serialize", "parallelize"],
});
