import { sqlDriver } from "../sql-driver.js";

/** Vercel Postgres: https://vercel.com/docs/storage/vercel-postgres/sdk */
export const vercelPostgres = sqlDriver({
  library: "vercel-postgres",
  packages: ["@vercel/postgres"],
  dialect: "postgresql",
  clients: [
    "sql",
    "db",
    "createPool",
    "createClient",
    "VercelPool",
    "VercelClient",
    "VercelPoolClient",
  ],
  instances: ["sql", "db"],
  sends: ["query"],
  clientsOf: ["connect"],
  tags: ["sql", ""],
  textKeys: ["text"],
});
