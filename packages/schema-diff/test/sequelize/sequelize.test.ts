import { createRequire } from "node:module";
import type { Dialect } from "@domain-isolation/model";
import { Sequelize } from "sequelize";
import { describe, expect, test } from "vitest";
import { sequelize } from "../../src/readers/sequelize/sequelize.js";
import { treeAt } from "../source-code/code-files.js";
import { expectSame } from "../source-code/same-schema.js";

type Up = (queryInterface: unknown, types: unknown) => Promise<void>;
const load: (path: string) => { readonly up: Up } = createRequire(import.meta.url);

/** Sequelize itself, whose statements are kept instead of sent. */
function recorded(dialect: "postgres" | "mysql") {
  const statements: string[] = [];
  const db = new Sequelize({ dialect, dialectModule: {}, logging: false });
  // What it asks for is not there: no enum of that name.
  const keep = (sql: unknown, options?: { readonly plain?: boolean }) => {
    if (typeof sql === "string") statements.push(sql);
    return Promise.resolve(options?.plain === true ? null : []);
  };
  const transaction = (run: (transaction: object) => Promise<void>) => run({});
  Object.assign(db, { query: keep, transaction });
  Object.assign(db.connectionManager, { refreshTypeParser: noTypes, _refreshDynamicOIDs: noTypes });
  return { db, statements };
}

function noTypes(): Promise<void> {
  return Promise.resolve();
}

describe("Sequelize", () => {
  test.each([["postgresql", "postgres"]] as const satisfies readonly [Dialect, string][])(
    "is read as it runs on %s",
    async (dialect, name) => {
      const { db, statements } = recorded(name);
      for (const file of ["001-users", "002-changes"])
        await load(`./shop/${file}.cjs`).up(db.getQueryInterface(), Sequelize);
      const sent = statements.filter((sql) => !/^\s*SELECT/iu.test(sql));
      expectSame(sequelize.read(treeAt("sequelize/shop", dialect)), sent, dialect);
    },
  );

  test("knows its trees", () => {
    expect(sequelize.detects(treeAt("sequelize/shop", "postgresql"))).toBe(true);
  });
});
