import { sql } from "drizzle-orm";
import * as core from "drizzle-orm/sqlite-core";

export const users = core.sqliteTable(
  "users",
  {
    id: core.integer("id").primaryKey({ autoIncrement: true }),
    email: core.text("email", { length: 100 }).notNull().unique(),
    flags: core.text("flags", { mode: "json" }),
    score: core.real("score").default(0.5),
    raw: core.blob("raw"),
    seen: core.integer("seen", { mode: "timestamp" }).default(sql`(unixepoch())`),
    upper: core.text("upper").generatedAlwaysAs(sql`upper(email)`),
  },
  (t) => [core.index("users_seen").on(t.seen)],
);

export const members = core.sqliteTable(
  "members",
  {
    user: core
      .integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade", onUpdate: "cascade" }),
    team: core.text("team").notNull(),
  },
  (t) => [core.primaryKey({ columns: [t.user, t.team] })],
);
