// Generated from the folders by `npm run generate`.
import type { Adapter } from "./adapter.js";
import { betterSqlite3 } from "./better-sqlite3/better-sqlite3.js";
import { bun } from "./bun/bun.js";
import { d1 } from "./d1/d1.js";
import { drizzle } from "./drizzle/drizzle.js";
import { knex } from "./knex/knex.js";
import { kysely } from "./kysely/kysely.js";
import { libsql } from "./libsql/libsql.js";
import { mikroOrm } from "./mikro-orm/mikro-orm.js";
import { mysql2 } from "./mysql2/mysql2.js";
import { neon } from "./neon/neon.js";
import { nodeSqlite } from "./node-sqlite/node-sqlite.js";
import { objection } from "./objection/objection.js";
import { pg } from "./pg/pg.js";
import { pgPromise } from "./pg-promise/pg-promise.js";
import { pglite } from "./pglite/pglite.js";
import { planetscale } from "./planetscale/planetscale.js";
import { postgres } from "./postgres/postgres.js";
import { prisma } from "./prisma/prisma.js";
import { sequelize } from "./sequelize/sequelize.js";
import { slonik } from "./slonik/slonik.js";
import { sql } from "./sql/sql.js";
import { sqlTemplates } from "./sql-templates/sql-templates.js";
import { sqlite3 } from "./sqlite3/sqlite3.js";
import { supabase } from "./supabase/supabase.js";
import { typeorm } from "./typeorm/typeorm.js";
import { vercelPostgres } from "./vercel-postgres/vercel-postgres.js";

/** Every library that is known. */
export const adapters: readonly Adapter[] = [
  betterSqlite3,
  bun,
  d1,
  drizzle,
  knex,
  kysely,
  libsql,
  mikroOrm,
  mysql2,
  neon,
  nodeSqlite,
  objection,
  pg,
  pgPromise,
  pglite,
  planetscale,
  postgres,
  prisma,
  sequelize,
  slonik,
  sql,
  sqlTemplates,
  sqlite3,
  supabase,
  typeorm,
  vercelPostgres,
];
