import { sqlDriver } from "../sql-driver.js";

/** Bun's own: https://bun.sh/docs/api/sqlite and https://bun.sh/docs/api/sql */
export const bun = sqlDriver({
  library: "bun",
  packages: ["bun:sqlite"],
  dialect: "sqlite",
  clients: ["default", "Database"],
  sends: ["run", "exec"],
  prepares: ["query", "prepare"],
});
