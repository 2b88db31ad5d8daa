import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgSchema,
  pgTable,
  pgTableCreator,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import { stamps } from "./shared-columns.js";

const states = ["open", "done"] as const;
export const state = pgEnum("order_state", states);
export const billing = pgSchema("billing");
export const currency = billing.enum("currency", ["eur", "usd"]);

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const owned = () => uuid().primaryKey().defaultRandom();

export const users = pgTable(
  "users",
  {
    id: owned(),
    email: varchar("email_address", { length: 255 }).notNull().unique(),
    name: text(),
    picture: bytea("picture"),
    parentId: uuid("parent_id").references((): AnyPgColumn => users.id, { onDelete: "set null" }),
    tags: text("tags").array().notNull().default(["a", "b c"]),
    settings: jsonb("settings").$type<{ dark: boolean }>().default({ dark: true }),
    ...stamps,
  },
  (t) => [
    index("users_name").on(t.name.desc(), t.email),
    uniqueIndex("users_lower")
      .on(sql`lower(${t.email})`)
      .where(sql`${t.name} is not null`),
    check("named", sql`${t.name} <> ''`),
  ],
);

export const orders = pgTable(
  "orders",
  (t) => ({
    id: t.serial("id").primaryKey(),
    number: t.bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    state: state("state").notNull().default(states[0]),
    total: t.numeric("total", { precision: 12, scale: 2 }).notNull().default("0"),
    user: t.uuid("user_id").notNull(),
    paid: t.boolean("paid").notNull().default(false),
    at: t.timestamp("at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  }),
  (t) => [
    foreignKey({ columns: [t.user], foreignColumns: [users.id] }).onDelete("cascade"),
    unique("orders_number").on(t.number, t.user),
  ],
);

const create = pgTableCreator((name) => `shop_${name}`);

export const lines = create(
  "lines",
  { order: integer("order_id").references(() => orders.id), position: integer("position") },
  (t) => [primaryKey({ columns: [t.order, t.position] })],
);

export const invoices = billing.table("invoices", {
  id: serial("id").primaryKey(),
  currency: currency("currency").notNull(),
  amount: bigint("amount", { mode: "bigint" }).notNull(),
  rate: numeric("rate"),
  sent: timestamp("sent"),
  closed: boolean("closed"),
});
