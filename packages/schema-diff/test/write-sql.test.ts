import type { Dialect, Schema, Table } from "@domain-isolation/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changesThatMake, readChanges, replay, sqlFile, writeSql } from "../src/index.js";
import { withoutPlaces } from "../src/diff/without-places.js";
import { compared } from "./postgresql/compared.js";
import { openDatabase, type Database } from "./postgresql/database.js";
import { sqlCases } from "./postgresql/sql-cases.js";
import { compareWithSqlite } from "./sqlite-oracle/compare.js";

function replayed(sql: string, dialect: Dialect) {
  const changes = readChanges(sqlFile("history.sql", sql, dialect));
  const opaque = changes.filter(({ kind }) => kind === "opaque");
  const { schema, problems } = replay(changes, dialect);
  return { schema, problems: [...problems, ...opaque] };
}

function written(schema: Schema): string {
  return writeSql(changesThatMake(schema), schema.dialect);
}

/** What statements can tell again: apart from places, and from what only comments tell. */
function comparable(schema: Schema): unknown {
  return JSON.parse(
    withoutPlaces({
      ...schema,
      tables: schema.tables.map(plainTable),
      views: schema.views.map((view) => ({ ...view, definition: null })),
      types: schema.types.filter(({ kind }) => kind === "enum"),
      routines: [],
      triggers: [],
    }),
  );
}

function plainTable(table: Table): unknown {
  const { columns, uniques, checks, foreignKeys, indexes } = table;
  const sorted = (parts: readonly object[]) =>
    parts
      .map(withoutPlaces)
      .toSorted()
      .map((part): unknown => JSON.parse(part));
  return {
    ...table,
    kind: "table",
    partitionOf: null,
    columns: columns.map((column) => (column.type === "" ? { ...column, type: "text" } : column)),
    uniques: sorted(uniques),
    checks: sorted(checks),
    foreignKeys: sorted(foreignKeys),
    indexes: sorted(indexes),
  };
}

/** Their views name tables as they were called, or found, when they were made. */
const withOldTexts = ["others.sql: views", "tables.sql: schemas and search_path"];

const cases = sqlCases()
  .filter(({ name }) => !name.includes("refused") && !withOldTexts.includes(name))
  .map(({ name, sql }) => ({ name, schema: replayed(sql, "postgresql").schema }));

it.each(cases)("what is written reads as the same schema: $name", ({ schema }) => {
  const again = replayed(written(schema), "postgresql");
  expect(again.problems).toEqual([]);
  expect(comparable(again.schema)).toEqual(comparable(schema));
});

describe("a real PostgreSQL", () => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
  });
  afterAll(() => database.close());

  const whole = cases.filter(({ schema }) => schema.types.every(({ kind }) => kind === "enum"));

  it.each(whole)("takes $name", async ({ schema }) => {
    const { differences, reasons } = await compared(written(schema), database);
    expect({ differences, reasons }).toEqual({ differences: [], reasons: [] });
  });
});

describe("SQLite", () => {
  it.each([
    `CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL DEFAULT 'it''s', "odd name" VARCHAR(10) UNIQUE, at DEFAULT CURRENT_TIMESTAMP, n DEFAULT (strftime('%s','now') + 1), g AS (id + 1), CONSTRAINT c CHECK (id > 0));
     CREATE TABLE posts (user_id INT REFERENCES users (id) ON DELETE CASCADE ON UPDATE SET NULL, a, b, PRIMARY KEY (a, b), FOREIGN KEY (a) REFERENCES later);
     CREATE UNIQUE INDEX i ON posts (a, lower(b) DESC) WHERE a > 0;
     CREATE VIEW v AS SELECT * FROM posts; CREATE VIEW "a view" AS SELECT user_id FROM v`,
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a, UNIQUE (id)); CREATE TABLE u (x TEXT PRIMARY KEY, y) WITHOUT ROWID",
  ])("takes what is written: %s", (sql) => {
    const { schema } = replayed(sql, "sqlite");
    expect(written(schema)).not.toContain("--");
    const { real, ours, refusals, problems, opaque } = compareWithSqlite([written(schema)]);
    expect({ refusals, problems, opaque }).toEqual({ refusals: [], problems: [], opaque: [] });
    expect(real).toEqual(ours);
    expect(ours).toEqual(compareWithSqlite([sql]).real);
  });
});

it.each([
  `CREATE TABLE users (id INT UNSIGNED AUTO_INCREMENT COMMENT 'it''s', name VARCHAR(20) NOT NULL DEFAULT 'it\\'s' , at DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3), u CHAR(36) DEFAULT (uuid()), plan ENUM('a','b''c') DEFAULT 'a', n INT DEFAULT -1, b BIT(1) DEFAULT b'0', g INT AS (n + 1), KEY (id), UNIQUE KEY un (name, plan), KEY part (name(10) DESC, (lower(name))), FULLTEXT KEY ft (name), KEY h USING HASH (n), CONSTRAINT c CHECK (n > 0)) COMMENT = 'back\\\\slash';
   CREATE TABLE posts (user_id INT UNSIGNED, id INT PRIMARY KEY, CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE);
   CREATE UNIQUE INDEX lower_name ON users ((lower(name)));
   CREATE VIEW v AS SELECT id FROM users`,
])("MySQL: what is written reads as the same schema: %s", (sql) => {
  const { schema, problems } = replayed(sql, "mysql");
  expect(problems).toEqual([]);
  const again = replayed(written(schema), "mysql");
  expect(again.problems).toEqual([]);
  expect(comparable(again.schema)).toEqual(comparable(schema));
});

it("says in comments what a schema doesn't keep", () => {
  const sql = `
    CREATE SCHEMA app;
    CREATE TABLE app.logs (at timestamptz NOT NULL) PARTITION BY RANGE (at);
    CREATE TABLE app.logs_1 PARTITION OF app.logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
    CREATE DOMAIN email AS text CHECK (value LIKE '%@%');
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
    CREATE TRIGGER t BEFORE INSERT ON app.logs FOR EACH ROW EXECUTE FUNCTION f();
    CREATE VIEW v AS SELECT at FROM app.logs;
    ALTER TABLE app.logs RENAME TO entries;`;
  expect(written(replayed(sql, "postgresql").schema)).toBe(`CREATE SCHEMA IF NOT EXISTS "app";

-- domain email: what it is made of isn't kept

-- app.entries is partitioned: by what isn't kept
CREATE TABLE "app"."entries" (
  "at" timestamp with time zone NOT NULL
);

CREATE TABLE "app"."logs_1" (
  "at" timestamp with time zone NOT NULL
);

-- app.logs_1 is a partition of app.entries: of which rows isn't kept

-- function f(): its body isn't kept

-- v: its text names app.entries otherwise than it is called now
CREATE VIEW "v" AS
SELECT at FROM app.logs;

-- trigger t of app.entries: what it does isn't kept
`);
});

it("writes no change that only takes away, and says so", () => {
  const [drop] = readChanges(sqlFile("a.sql", "DROP TABLE a", "postgresql"));
  expect(writeSql(drop ? [drop] : [], "postgresql")).toBe("-- not written: drop table\n");
});
