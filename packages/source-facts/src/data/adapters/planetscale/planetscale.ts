import { sqlDriver } from "../sql-driver.js";

/** PlanetScale's serverless driver: https://github.com/planetscale/database-js */
export const planetscale = sqlDriver({
  library: "planetscale",
  packages: ["@planetscale/database"],
  dialect: "mysql",
  clients: ["connect", "Client", "Connection"],
  sends: ["execute"],
  clientsOf: ["connection"],
  transactions: ["transaction"],
});
