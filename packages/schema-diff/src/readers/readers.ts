import { alembic } from "./alembic/alembic.js";
import { atlas } from "./atlas/atlas.js";
import { dbmate } from "./dbmate/dbmate.js";
import { diesel } from "./diesel/diesel.js";
import { drizzle } from "./drizzle/drizzle.js";
import { flyway } from "./flyway/flyway.js";
import { golangMigrate } from "./golang-migrate/golang-migrate.js";
import { goose } from "./goose/goose.js";
import { knex } from "./knex/knex.js";
import { kysely } from "./kysely/kysely.js";
import { liquibase } from "./liquibase/liquibase.js";
import { mikroOrm } from "./mikro-orm/mikro-orm.js";
import { nodePgMigrate } from "./node-pg-migrate/node-pg-migrate.js";
import { prisma } from "./prisma/prisma.js";
import type { MigrationReader } from "./reader.js";
import { refinery } from "./refinery/refinery.js";
import { sequelize } from "./sequelize/sequelize.js";
import { sqlInCode } from "./sql-in-code/sql-in-code.js";
import { sql } from "./sql/sql.js";
import { sqlx } from "./sqlx/sqlx.js";
import { supabase } from "./supabase/supabase.js";
import { typeorm } from "./typeorm/typeorm.js";

/** In the order of detection: what is told by a file of its own, by marks in the text, by names. */
export const readers: readonly MigrationReader[] = [
  alembic,
  drizzle,
  prisma,
  diesel,
  liquibase,
  supabase,
  dbmate,
  goose,
  nodePgMigrate,
  typeorm,
  mikroOrm,
  sequelize,
  kysely,
  knex,
  sqlInCode,
  atlas,
  refinery,
  flyway,
  sqlx,
  golangMigrate,
  sql,
];
