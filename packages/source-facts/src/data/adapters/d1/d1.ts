import { sqlDriver } from "../sql-driver.js";

/** Cloudflare's D1: https://developers.cloudflare.com/d1/worker-api/d1-database */
export const d1 = sqlDriver({
  library: "d1",
  packages: ["@cloudflare/workers-types"],
  dialect: "sqlite",
  clients: ["D1Database", "D1DatabaseSession"],
  globals: ["D1Database", "D1DatabaseSession"],
  sends: ["exec"],
  prepares: ["prepare"],
  clientsOf: ["withSession"],
});
