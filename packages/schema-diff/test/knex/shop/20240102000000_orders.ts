import type { Knex } from "knex";

const prefix = "shop";
const logs = ["payments", "refunds"];

export function up(knex: Knex): Promise<unknown> {
  return knex.schema
    .createTable(`${prefix}_orders`, (t) => {
      t.uuid("id").notNullable().primary();
      t.integer("user_id").unsigned().references("users.id").onUpdate("CASCADE").index();
      t.bigInteger("total").notNullable().defaultTo(0);
      t.float("weight");
      t.double("height");
      t.date("day");
      t.time("hour");
      t.binary("receipt");
      t.jsonb("lines").notNullable();
      t.smallint("state");
      t.specificType("note", "char(3)");
    })
    .then(async () => {
      for (const log of logs) {
        await knex.schema.createTable(`${prefix}_${log}`, (t) => {
          t.increments();
          t.uuid("order_id").notNullable().references("id").inTable(`${prefix}_orders`);
        });
      }
    })
    .then(() =>
      Promise.all(
        ["first", "second"].map((name) =>
          knex.schema.alterTable("users", (t) => {
            t.string(`${name}_phone`, 30);
          }),
        ),
      ),
    );
}

export function down(knex: Knex): Promise<unknown> {
  return Promise.all(logs.map((log) => knex.schema.dropTable(`${prefix}_${log}`)));
}
