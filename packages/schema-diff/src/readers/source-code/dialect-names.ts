import type { Dialect } from "@domain-isolation/model";

/** How libraries and configurations call the databases. */
const names: Readonly<Record<Dialect | "other", readonly string[]>> = {
  postgresql: [
    "postgres",
    "postgresql",
    "pg",
    "pgnative",
    "pg-native",
    "aurora-postgres",
    "pglite",
  ],
  sqlite: ["sqlite", "sqlite3", "better-sqlite3", "sqljs", "libsql"],
  mysql: ["mysql", "mysql2", "aurora-mysql"],
  other: [
    "mariadb",
    "mssql",
    "sqlserver",
    "oracle",
    "oracledb",
    "cockroach",
    "cockroachdb",
    "redshift",
    "snowflake",
    "db2",
    "mongodb",
    "spanner",
  ],
};

/** Whether a text names the dialect; null where it is no database's name. */
export function isDialectNamed(text: string, dialect: Dialect): boolean | null {
  const lower = text.toLowerCase();
  if (names[dialect].includes(lower)) return true;
  return Object.values(names).some((each) => each.includes(lower)) ? false : null;
}
