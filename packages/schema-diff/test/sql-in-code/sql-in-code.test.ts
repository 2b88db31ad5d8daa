import { describe, expect, test } from "vitest";
import { sqlInCode } from "../../src/readers/sql-in-code/sql-in-code.js";
import { treeOf } from "../source-code/code-files.js";
import { expectSame } from "../source-code/same-schema.js";

const files = {
  "migrations/next-1700000001-names.ts": `
    import { sql } from "slonik";
    const alteration = {
      up: async (pool) => {
        await pool.query(sql\`alter table \${sql.identifier(["users"])} add column name varchar(40)\`);
      },
      down: async (pool) => { await pool.query(sql\`alter table users drop column name\`); },
    };
    export default alteration;`,
  "migrations/1.0.0-1700000000-users.ts": `
    import { sql } from "slonik";
    export default {
      up: async (pool) => {
        await pool.transaction(async (connection) => {
          await connection.query(sql\`create table users (id varchar(12) primary key)\`);
        });
      },
    };`,
};

describe("SQL in code", () => {
  const input = treeOf(files, "postgresql");

  test("is read as it runs, in the order of the times", () => {
    const tree = sqlInCode.read(input);
    const sent = [
      "create table users (id varchar(12) primary key)",
      "alter table users add column name varchar(40)",
    ];
    expectSame(tree, sent, "postgresql");
    expect(tree.heads).toEqual(["next-1700000001-names"]);
  });

  test("says what is known only when it runs", () => {
    const text = `export const up = async (db) => {
      await db.query("ALTER TABLE " + process.env.TABLE + " ADD COLUMN a int");
      await db.query("CREATE TABLE b (id int)");
    };`;
    const { migrations } = sqlInCode.read(treeOf({ "migrations/1.ts": text }, "postgresql"));
    expect(migrations[0]?.up).toMatchObject([
      { kind: "opaque", reason: expect.stringContaining("process.env.TABLE") as string },
      { kind: "create table", name: { name: "b" } },
    ]);
  });
});
