import { sqlDriver } from "../sql-driver.js";

/** pg-promise: https://vitaly-t.github.io/pg-promise/Database.html */
export const pgPromise = sqlDriver({
  library: "pg-promise",
  packages: ["pg-promise"],
  dialect: "postgresql",
  clients: ["default", "IDatabase", "ITask", "IBaseProtocol"],
  sends: [
    "query",
    "none",
    "one",
    "oneOrNone",
    "many",
    "manyOrNone",
    "any",
    "result",
    "multi",
    "multiResult",
    "map",
    "each",
    "stream",
  ],
  clientsOf: ["connect", "task", "taskIf", ""],
  transactions: ["tx", "txIf"],
  textKeys: ["text"],
});
