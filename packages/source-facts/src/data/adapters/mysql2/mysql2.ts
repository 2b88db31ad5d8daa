import { sqlDriver } from "../sql-driver.js";

/** mysql2, and mysql before it: https://sidorares.github.io/node-mysql2/docs */
export const mysql2 = sqlDriver({
  library: "mysql2",
  packages: ["mysql2", "mysql", "promise-mysql"],
  dialect: "mysql",
  clients: [
    "createConnection",
    "createPool",
    "createPoolCluster",
    "Connection",
    "Pool",
    "PoolConnection",
    "PoolCluster",
  ],
  sends: ["query", "execute"],
  prepares: ["prepare"],
  clientsOf: ["promise", "getConnection", "of"],
  transactionMarks: new Map([
    ["beginTransaction", "begin"],
    ["commit", "end"],
    ["rollback", "end"],
  ]),
  textKeys: ["sql"],
});
