import { sqlDriver } from "../sql-driver.js";

/** Neon's serverless driver: https://github.com/neondatabase/serverless */
export const neon = sqlDriver({
  library: "neon",
  packages: ["@neondatabase/serverless"],
  dialect: "postgresql",
  clients: ["neon", "Pool", "Client", "PoolClient", "NeonQueryFunction"],
  sends: ["query", "unsafe", ""],
  clientsOf: ["connect"],
  tags: [""],
  textKeys: ["text"],
});
