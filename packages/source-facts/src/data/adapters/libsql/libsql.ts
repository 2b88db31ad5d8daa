import { sqlDriver } from "../sql-driver.js";

/** libSQL's client: https://docs.turso.tech/sdk/ts/reference */
export const libsql = sqlDriver({
  library: "libsql",
  packages: ["@libsql/client"],
  dialect: "sqlite",
  clients: ["createClient", "Client", "Transaction"],
  sends: ["execute", "batch", "migrate", "executeMultiple"],
  opensTransaction: ["transaction"],
  textKeys: ["sql"],
});
