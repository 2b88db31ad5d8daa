import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("user")
    .addColumn("id", "integer", (col) => col.primaryKey())
    .addColumn("email", "varchar(320)", (col) => col.notNull().unique())
    .addColumn("name", "text")
    .addColumn("active", "boolean", (col) => col.notNull().defaultTo(true))
    .addColumn("credit", "integer", (col) => col.defaultTo(0).check(sql`credit >= 0`))
    .addColumn("createdAt", "timestamp", (col) => col.notNull().defaultTo(sql`CURRENT_TIMESTAMP`))
    .execute();
  await db.schema
    .createTable("order")
    .ifNotExists()
    .addColumn("id", "varchar", (col) => col.notNull())
    .addColumn("userId", "integer", (col) => col.references("user.id").onDelete("cascade"))
    .addColumn("label", sql`varchar(20)`)
    .addPrimaryKeyConstraint("order_pkey", ["id"])
    .addUniqueConstraint("order_label", ["userId", "label"])
    .addForeignKeyConstraint("order_label_fk", ["label"], "user", ["email"], (key) =>
      key.onUpdate("cascade"),
    )
    .execute();
  for (const column of ["name", "createdAt"]) {
    await db.schema.createIndex(`user_${column}_idx`).on("user").column(column).execute();
  }
  await db.schema
    .createIndex("order_open")
    .unique()
    .on("order")
    .columns(["userId", "label desc"])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable("order").execute();
  await db.schema.dropTable("user").ifExists().execute();
}
