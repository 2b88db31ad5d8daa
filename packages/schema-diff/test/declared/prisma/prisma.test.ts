import { describe, expect, test } from "vitest";
import { declaredByPrisma, differences, readChanges, replay, sqlFile } from "../../../src/index.js";

function declared(model: string) {
  const text = `datasource db {\n  provider = "postgresql"\n}\n${model}`;
  return declaredByPrisma([{ file: "schema.prisma", text }], { dialect: "postgresql" });
}

function made(sql: string) {
  return replay(readChanges(sqlFile("a.sql", sql, "postgresql")), "postgresql").schema;
}

/** What `prisma migrate diff --from-empty` writes for the models, by hand. */
const cases: readonly (readonly [model: string, sql: string])[] = [
  [
    "model users {\n  id Int @id @default(autoincrement())\n  email String @unique\n  tags String[]\n}",
    `CREATE TABLE users (id SERIAL NOT NULL, email TEXT NOT NULL, tags TEXT[], CONSTRAINT users_pkey PRIMARY KEY (id));
     CREATE UNIQUE INDEX users_email_key ON users (email);`,
  ],
  [
    "model t {\n  id Int @id\n  at DateTime @default(now())\n  on Boolean @default(true)\n  n Decimal @db.Decimal(10, 2)\n}",
    `CREATE TABLE t (id INTEGER PRIMARY KEY, at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
     "on" BOOLEAN NOT NULL DEFAULT true, n DECIMAL(10, 2) NOT NULL);`,
  ],
  [
    'model t {\n  id Int @id\n  a Int\n  gone DateTime?\n  @@index([a], where: raw("gone IS NULL"))\n}',
    `CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, gone TIMESTAMP(3));
     CREATE INDEX t_a_idx ON t (a) WHERE (gone IS NULL);`,
  ],
  [
    "enum State {\n  open\n  done\n}\nmodel t {\n  id Int @id\n  state State @default(open)\n}",
    `CREATE TYPE "State" AS ENUM ('open', 'done');
     CREATE TABLE t (id INTEGER PRIMARY KEY, state "State" NOT NULL DEFAULT 'open'::"State");`,
  ],
];

describe("a schema of Prisma", () => {
  test.each(cases)("%s is what Prisma makes of it", (model, sql) => {
    const { schema, problems } = declared(model);
    expect(problems).toEqual([]);
    const theirs = made(sql);
    expect(schema.tables).toHaveLength(theirs.tables.length);
    const found = schema.tables.flatMap((table, index) => {
      const other = theirs.tables[index];
      return other ? differences(table, other, { dialect: "postgresql" }) : [];
    });
    expect(found).toEqual([]);
  });

  test("conditions that aren't SQL are like any", () => {
    const { schema } = declared(
      "model t {\n  id Int @id\n  a Int\n  @@index([a], where: { a: 1 })\n}",
    );
    expect(schema.tables[0]?.indexes).toMatchObject([{ where: "unknown" }]);
  });
});
