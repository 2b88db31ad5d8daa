import type { Dialect, Table } from "@domain-isolation/model";
import { describe, expect, it, test } from "vitest";
import { differences, readChanges, replay, sqlFile } from "../src/index.js";
import { withoutPlaces } from "../src/diff/without-places.js";

function tableOf(body: string, dialect: Dialect): Table {
  const [definition, ...more] = body.split(";");
  const other = "CREATE TABLE users (id integer PRIMARY KEY);";
  const sql = `${other} CREATE TABLE t (${definition ?? ""}); ${more.join(";")}`;
  const { schema } = replay(readChanges(sqlFile("a.sql", sql, dialect)), dialect);
  const table = schema.tables.find(({ name }) => name === "t");
  if (!table) throw new Error(`no table in ${sql}`);
  return table;
}

function between(here: string, there: string, dialect: Dialect, isDeclared = false) {
  return differences(tableOf(here, dialect), tableOf(there, dialect), { dialect, isDeclared });
}

describe("two definitions that mean the same have no differences", () => {
  it.each([
    ["postgresql", "a timestamp DEFAULT now()", "a timestamp DEFAULT CURRENT_TIMESTAMP"],
    ["postgresql", "a text DEFAULT 'x'", "a text DEFAULT 'x'::text"],
    ["postgresql", "a varchar(9) DEFAULT 'x'", "a varchar(9) DEFAULT ('x'::character varying(9))"],
    ["postgresql", "a integer DEFAULT 0", "a integer DEFAULT '0'"],
    ["postgresql", "a boolean DEFAULT false", "a boolean DEFAULT 'f'"],
    ["postgresql", "a numeric DEFAULT 0.0", "a numeric DEFAULT 0"],
    ["postgresql", "a text[] DEFAULT '{}'", "a text[] DEFAULT ARRAY[]::text[]"],
    ["postgresql", "a text[] DEFAULT '{x,y}'", "a text[] DEFAULT ARRAY['x', 'y']"],
    ["postgresql", `a jsonb DEFAULT '{"a": 1}'`, `a jsonb DEFAULT '{"a":1}'::jsonb`],
    ["postgresql", "a text DEFAULT NULL", "a text"],
    ["postgresql", "a integer, CHECK (a > 0)", 'a integer, CONSTRAINT c CHECK ((("t"."a")>(0)))'],
    ["postgresql", "a integer UNIQUE", "a integer; CREATE UNIQUE INDEX u ON t (a)"],
    ["postgresql", "a integer, b integer", "b integer, a integer"],
    ["postgresql", "a integer; CREATE INDEX x ON t (a)", "a integer; CREATE INDEX y ON t (a)"],
    [
      "postgresql",
      "a integer REFERENCES users (id) ON DELETE RESTRICT",
      "a integer, CONSTRAINT k FOREIGN KEY (a) REFERENCES users (id)",
    ],
    ["mysql", "a int(11)", "a int"],
    ["mysql", "a enum('x','y')", "a enum('y','x')"],
    ["mysql", "a boolean DEFAULT true", "a tinyint(1) DEFAULT 1"],
    ["sqlite", "a varchar(64)", "a TEXT"],
    ["sqlite", "a INT PRIMARY KEY NOT NULL", "a INTEGER PRIMARY KEY"],
  ] as const)("%s: %s = %s", (dialect, here, there) => {
    expect(between(here, there, dialect)).toEqual([]);
    expect(between(there, here, dialect)).toEqual([]);
  });
});

describe("two definitions that differ", () => {
  it.each([
    ["a text", "a integer", "column a: text here, integer there"],
    ["a text NOT NULL", "a text", "column a: NOT NULL only here"],
    ["a text, b text", "a text", "column b only here"],
    ["a text DEFAULT 'x'", "a text DEFAULT 'X'", "default of a: 'x' here, 'X' there"],
    ["a text DEFAULT 'x'", "a text", "default of a: 'x' here, none there"],
    ["a text", "a text DEFAULT 'x'", "default of a: none here, 'x' there"],
    ["a text UNIQUE", "a text", "unique (a) only here"],
    ["a text", "a text; CREATE INDEX i ON t (a)", "index (a) only there"],
    [
      "a text; CREATE INDEX i ON t (a) WHERE a > 'b'",
      "a text; CREATE INDEX i ON t (a) WHERE a > 'B'",
      "index (a) where a > 'b' only here",
    ],
    ["a integer, CHECK (a > 0)", "a integer", "check a > 0 only here"],
    ["a text PRIMARY KEY", "a text NOT NULL", "primary key: a here, none there"],
    [
      "a integer REFERENCES users (id) ON DELETE CASCADE",
      "a integer REFERENCES users (id)",
      "foreign key a → users on delete cascade only here",
    ],
  ])("%s ≠ %s", (here, there, words) => {
    expect(between(here, there, "postgresql")[0]).toBe(words);
  });
});

test.each([
  ["a text", "a text DEFAULT 'x'"],
  ["a integer", "a integer CHECK (a > 0)"],
  ["a text", "a text; CREATE INDEX i ON t (lower(a))"],
  ["a text", "a text; CREATE INDEX i ON t (a) WHERE a IS NOT NULL"],
])("models that say only %s say nothing against %s", (here, there) => {
  expect(between(here, there, "postgresql", true)).toEqual([]);
  expect(between(there, here, "postgresql", true)).not.toEqual([]);
});

test("facts that say the same are equal, whoever said what first", () => {
  const span = { start: 1, end: 2 };
  expect(withoutPlaces({ a: 1, b: { c: [{ d: 1, e: 2 }] }, span })).toBe(
    withoutPlaces({ b: { c: [{ e: 2, d: 1 }] }, a: 1 }),
  );
});
