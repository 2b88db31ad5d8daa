import { sqlDriver } from "../sql-driver.js";

/** Slonik: https://github.com/gajus/slonik */
export const slonik = sqlDriver({
  library: "slonik",
  packages: ["slonik", "@silverhand/slonik", "@logto/slonik"],
  dialect: "postgresql",
  clients: [
    "createPool",
    "DatabasePool",
    "DatabaseConnection",
    "DatabasePoolConnection",
    "DatabaseTransactionConnection",
    "CommonQueryMethods",
  ],
  sends: [
    "query",
    "any",
    "anyFirst",
    "exists",
    "many",
    "manyFirst",
    "maybeOne",
    "maybeOneFirst",
    "one",
    "oneFirst",
    "stream",
  ],
  clientsOf: ["connect"],
  transactions: ["transaction"],
  texts: ["sql", "unsafe", "fragment"],
  textMakers: ["type", "typeAlias", "createSqlTag"],
  identifiers: ["identifier"],
});
