import type { SqlDialect } from "@domain-isolation/sql";
import type { DataWorld } from "../modules.js";

/** The packages that speak a dialect. */
const drivers: Readonly<Record<SqlDialect, readonly string[]>> = {
  postgresql: [
    "pg",
    "postgres",
    "@neondatabase/serverless",
    "@vercel/postgres",
    "@electric-sql/pglite",
  ],
  sqlite: ["better-sqlite3", "@libsql/client", "libsql", "sqlite3", "sql.js", "bun:sqlite"],
  mysql: ["mysql2", "mysql", "@planetscale/database", "@tidbcloud/serverless"],
};

/** Every driver by which SQL may be sent. */
export const knownDrivers = Object.values(drivers).flat();

const dialects = ["postgresql", "sqlite", "mysql"] as const;

/** The dialects of which a driver is there. */
export function spokenDialects({ uses }: DataWorld): readonly SqlDialect[] {
  return dialects.filter((dialect) => drivers[dialect].some(uses));
}

/** Every dialect, those first of which a driver is there: where a handle doesn't say what it is. */
export function likelyDialects({ uses }: DataWorld): readonly SqlDialect[] {
  const isThere = (dialect: SqlDialect) => drivers[dialect].some(uses);
  return [...dialects.filter(isThere), ...dialects.filter((each) => !isThere(each))];
}
