/**
 * Tables in which a database or a tool keeps its own books: nobody's, and no crossing. Patterns as
 * in the map's `tables`, which go before these where they are as specific.
 */
export const internalTables: readonly string[] = [
  // The databases' own, by their manuals: "System Catalogs" and "The Information Schema" of
  // PostgreSQL, "System Schema" of MySQL, "Internal Schema Objects" of SQLite.
  ...["pg_*", "pg_catalog.*", "pg_toast.*", "information_schema.*"],
  ...["mysql.*", "performance_schema.*", "sys.*"],
  "sqlite_*",
  // Tools of migration, each by the default of its own documentation.
  "_prisma_migrations", // Prisma Migrate
  "__drizzle_migrations", // drizzle-kit
  ...["migrations", "typeorm_metadata"], // TypeORM; `migrations` also db-migrate
  "mikro_orm_migrations", // MikroORM
  ...["SequelizeMeta", "SequelizeData"], // sequelize-cli and umzug
  ...["knex_migrations", "knex_migrations_lock"], // Knex and Objection
  ...["kysely_migration", "kysely_migration_lock"], // Kysely
  "pgmigrations", // node-pg-migrate
  "payload_migrations", // Payload
  ...["graphile_migrate.*", "supabase_migrations.*"], // Graphile Migrate, the CLI of Supabase
  "alembic_version", // Alembic
  "django_migrations", // Django
  ...["schema_migrations", "ar_internal_metadata"], // Rails; the first also dbmate, golang-migrate
  "flyway_schema_history", // Flyway
  ...["databasechangelog", "databasechangeloglock"], // Liquibase
  "goose_db_version", // goose
  "atlas_schema_revisions", // Atlas
  "_sqlx_migrations", // sqlx
];
