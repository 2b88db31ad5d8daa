export type * from "./sql-reading.js";
export { readSql } from "./read-sql.js";
