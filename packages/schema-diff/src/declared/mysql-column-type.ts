import { readChanges } from "../sql/read-changes.js";
import { sqlFile } from "../sql/sql-text.js";

/** A type as MySQL shows it in `column_type`: what a table with such a column has. */
export function mysqlColumnType(written: string): string {
  const [change] = readChanges(sqlFile("", `CREATE TABLE t (c ${written})`, "mysql"));
  const column = change?.kind === "create table" ? change.columns[0] : undefined;
  return column?.type ?? written;
}
