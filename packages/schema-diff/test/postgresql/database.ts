import { PGlite } from "@electric-sql/pglite";
import type { Schema } from "@domain-isolation/model";
import pg from "pg";
import { catalogQuery } from "./catalog-query.js";

/** A PostgreSQL of a test's own: the embedded one, or a server where the environment names one. */
export interface Database {
  /** Null where the statement is taken; why it is refused otherwise. */
  run(statement: string): Promise<string | null>;
  /** What there is, apart from places. */
  catalog(): Promise<Schema>;
  /** Takes away whatever was made. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

interface Connection {
  query(sql: string): Promise<{ readonly rows: readonly unknown[] }>;
  close(): Promise<void>;
}

/** A server on which the user may create databases; they are dropped again. */
const server = process.env.DOMAIN_ISOLATION_TEST_POSTGRES;

async function connect(): Promise<Connection> {
  if (server === undefined) {
    const embedded = await PGlite.create();
    return { query: (sql) => embedded.query(sql), close: () => embedded.close() };
  }
  const name = `domain_isolation_${String(process.pid)}_${String(Date.now())}`;
  const outer = new pg.Client({ connectionString: server });
  await outer.connect();
  await outer.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const inner = new pg.Client({ connectionString: url.href });
  await inner.connect();
  return {
    query: (sql) => inner.query<Record<string, unknown>>(sql),
    async close() {
      await inner.end();
      await outer.query(`DROP DATABASE ${name}`);
      await outer.end();
    },
  };
}

const clearing = `
  DO $$ DECLARE own text; BEGIN
    RESET ALL;
    DISCARD TEMP;
    FOR own IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
      EXECUTE format('DROP EXTENSION %I CASCADE', own);
    END LOOP;
    FOR own IN SELECT srvname FROM pg_foreign_server LOOP
      EXECUTE format('DROP SERVER %I CASCADE', own);
    END LOOP;
    FOR own IN SELECT fdwname FROM pg_foreign_data_wrapper LOOP
      EXECUTE format('DROP FOREIGN DATA WRAPPER %I CASCADE', own);
    END LOOP;
    FOR own IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)' LOOP
      EXECUTE format('DROP SCHEMA %I CASCADE', own);
    END LOOP;
    CREATE SCHEMA public;
  END $$`;

export async function openDatabase(): Promise<Database> {
  const connection = await connect();
  return {
    async run(statement) {
      try {
        await connection.query(statement);
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    async catalog() {
      await connection.query("SET search_path TO public");
      const { rows } = await connection.query(catalogQuery);
      const [row] = rows;
      if (!isCatalog(row)) throw new Error("The catalog can't be read.");
      return row.schema;
    },
    async clear() {
      await connection.query("ROLLBACK");
      await connection.query(clearing);
    },
    close: () => connection.close(),
  };
}

function isCatalog(row: unknown): row is { readonly schema: Schema } {
  return typeof row === "object" && row !== null && "schema" in row;
}
