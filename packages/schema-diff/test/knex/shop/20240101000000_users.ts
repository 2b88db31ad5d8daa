import type { Knex } from "knex";
import { addAudit, roles } from "../shared/columns.js";

export async function up(knex: Knex): Promise<void> {
  await knex.schema
    .createTable("users", (table) => {
      table.increments("id").primary();
      table.string("email", 320).notNullable().unique();
      table.string("name");
      table.enu("role", [roles.admin, roles.member]).notNullable().defaultTo(roles.member);
      table.boolean("active").notNullable().defaultTo(true);
      table.decimal("credit", 10, 2).defaultTo(0);
      table.text("bio").comment("what they say of themselves, it's theirs");
      table.json("settings").defaultTo("{}");
      addAudit(table, knex);
      table.index(["name", "role"]);
    })
    .createTable("teams", (table) => {
      table.bigIncrements("id");
      table.uuid("key").notNullable();
      table.integer("owner_id").unsigned().notNullable();
      table.foreign("owner_id").references("id").inTable("users").onDelete("CASCADE");
      table.unique(["key", "owner_id"], { indexName: "teams_key_owner" });
      table.timestamps(true, true);
    });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTableIfExists("teams");
  await knex.schema.dropTable("users");
}
