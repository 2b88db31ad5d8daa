import type { Knex } from "knex";

const isPostgres = ({ client }: { client: { config: { client: string } } }) =>
  client.config.client === "pg";

export async function up(knex: Knex): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.schema.alterTable("users", (table) => {
      table.dropUnique(["email"]);
      table.renameColumn("name", "full_name");
      table.integer("age").notNullable().defaultTo(18);
      table.dropColumns("bio", "settings");
    });
    await trx("users").update({ age: 21 }).where({ active: true });
  });
  await knex.schema.renameTable("shop_refunds", "shop_returns");
  if (isPostgres(knex)) {
    await knex.raw("ALTER TABLE ?? ADD CONSTRAINT ?? CHECK (age >= ?)", ["users", "adults", 18]);
  } else {
    await knex.raw("CREATE INDEX users_age ON users (age)");
  }
  if (!(await knex.schema.hasTable("flags"))) {
    await knex.schema.createTable("flags", (table) => {
      table.string("name").primary();
    });
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("flags");
}
