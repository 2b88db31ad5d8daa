import { DataSource } from "typeorm";
import { Database, type JSValue } from "node-sqlite3-wasm";
import { describe, expect, test } from "vitest";
import { typeorm } from "../../src/readers/typeorm/typeorm.js";
import { treeAt } from "../source-code/code-files.js";
import { expectSame } from "../source-code/same-schema.js";
import { Users1700000000000 } from "./shop/1700000000000-users.js";
import { Changes1700000000001 } from "./shop/1700000000001-changes.js";

const statements: string[] = [];

/** What TypeORM asks of better-sqlite3, done by another build of SQLite; what it sends is kept. */
class KeptDatabase {
  readonly #database = new Database();

  prepare(sql: string) {
    const reader = /^\s*(?:select|pragma)/iu.test(sql);
    const run = (...values: JSValue[]) => {
      if (!reader) statements.push(sql);
      return this.#database.all(sql, values);
    };
    return {
      reader,
      all: run,
      run: (...values: JSValue[]) => ({ changes: run(...values).length }),
    };
  }

  pragma(pragma: string) {
    return this.#database.all(`PRAGMA ${pragma}`);
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  close(): void {
    this.#database.close();
  }
}

describe("TypeORM", () => {
  test("is read as it runs on SQLite", async () => {
    const source = new DataSource({
      type: "better-sqlite3",
      database: ":memory:",
      driver: KeptDatabase,
    });
    await source.initialize();
    const runner = source.createQueryRunner();
    for (const Migration of [Users1700000000000, Changes1700000000001])
      await new Migration().up(runner);
    await source.destroy();
    const tree = typeorm.read(treeAt("typeorm/shop", "sqlite"));
    expectSame(tree, statements, "sqlite");
    expect(tree.heads).toEqual(["Changes1700000000001"]);
  });

  test("knows its trees", () => {
    expect(typeorm.detects(treeAt("typeorm/shop", "sqlite"))).toBe(true);
  });
});
