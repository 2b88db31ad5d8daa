import type { Knex } from "knex";

export const roles = { admin: "admin", member: "member" } as const;

export function addAudit(table: Knex.CreateTableBuilder, knex: Knex): void {
  table.timestamp("created_at").notNullable().defaultTo(knex.fn.now());
  table.dateTime("removed_at", { useTz: false });
}
