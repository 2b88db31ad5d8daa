import type { Dialect } from "@domain-isolation/model";
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { describe, test } from "vitest";
import { kysely } from "../../src/readers/kysely/kysely.js";
import { treeAt } from "../source-code/code-files.js";
import { expectSame } from "../source-code/same-schema.js";
import * as users from "./shop/001_users.js";
import * as changes from "./shop/002_changes.js";

const parts = {
  postgresql: () => ({
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }),
  sqlite: () => ({
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }),
};

describe("Kysely", () => {
  test.each(["postgresql", "sqlite"] as const satisfies readonly Dialect[])(
    "is read as it runs on %s",
    async (dialect) => {
      const statements: string[] = [];
      const db = new Kysely<unknown>({
        dialect: { ...parts[dialect](), createDriver: () => new DummyDriver() },
        log: ({ query }) => {
          statements.push(query.sql);
        },
      });
      await users.up(db);
      await changes.up(db);
      expectSame(kysely.read(treeAt("kysely/shop", dialect)), statements, dialect);
    },
  );
});
