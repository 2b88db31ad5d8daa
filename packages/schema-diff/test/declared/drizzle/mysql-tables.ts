import {
  boolean,
  datetime,
  decimal,
  int,
  mysqlEnum,
  mysqlTable,
  serial,
  text,
  timestamp,
  varchar,
} from "drizzle-orm/mysql-core";

export const users = mysqlTable("users", {
  id: serial("id").primaryKey(),
  email: varchar("email", { length: 255 }).notNull().unique("users_email"),
  role: mysqlEnum("role", ["admin", "member"]).notNull().default("member"),
  active: boolean("active").notNull().default(true),
  age: int("age", { unsigned: true }),
  bio: text("bio"),
  money: decimal("money", { precision: 10, scale: 2 }),
  born: datetime("born", { fsp: 3 }),
  at: timestamp("at").notNull().defaultNow(),
});

export const posts = mysqlTable("posts", {
  id: int("id").autoincrement().primaryKey(),
  author: int("author_id").references(() => users.id),
});
