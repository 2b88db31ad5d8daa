import { sqlDriver } from "../sql-driver.js";

/** node-postgres: https://node-postgres.com/apis/client */
export const pg = sqlDriver({
  library: "pg",
  packages: ["pg", "pg-pool"],
  dialect: "postgresql",
  clients: ["Pool", "Client", "PoolClient", "ClientBase", "default"],
  sends: ["query"],
  clientsOf: ["connect"],
  textKeys: ["text"],
});
