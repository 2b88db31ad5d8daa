import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.schema
      .alterTable("user")
      .addColumn("age", "integer", (col) => col.notNull().defaultTo(18))
      .execute();
    await trx.schema.alterTable("user").renameColumn("name", "full_name").execute();
    await sql`CREATE INDEX user_age ON ${sql.table("user")} (age)`.execute(trx);
  });
  await db.schema.alterTable("order").renameTo("purchase").execute();
  await db.schema.dropIndex("user_createdAt_idx").execute();
  await db.schema.alterTable("user").dropColumn("createdAt").execute();
  await db.schema
    .createView("named")
    .as(sql`SELECT full_name FROM "user"`)
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropView("named").execute();
}
