import { join } from "node:path";
import type { Dialect } from "@domain-isolation/model";
import { expect, test } from "vitest";
import { migrationFormats, readTree } from "../src/index.js";
import { readers } from "../src/readers/readers.js";
import { filesOnDisk, shown } from "./tree-of.js";

interface Expected {
  /** Below `formats/`. */
  readonly folder: string;
  readonly format: string;
  readonly dialect: Dialect;
  /** Each migration, and what it does: up, and down where it says it. */
  readonly migrations: readonly (readonly [
    string,
    readonly string[],
    (readonly string[] | null)?,
  ])[];
}

const users = "create table users";
const groups = "create table groups";
const email = "alter table users";
const dropUsers = ["drop table users"];
const dropGroups = ["drop table groups"];

const trees: readonly Expected[] = [
  {
    folder: "prisma",
    format: "prisma",
    dialect: "sqlite",
    migrations: [
      ["20230101000000_users", [users], dropUsers],
      ["20230202000000_groups", [groups]],
    ],
  },
  {
    folder: "drizzle",
    format: "drizzle",
    dialect: "postgresql",
    migrations: [
      ["0000_users", ['create table "users"', 'create table "groups"', 'create index "groups_id"']],
      ["0001_custom", ["insert into groups"]],
    ],
  },
  {
    folder: "drizzle-folders",
    format: "drizzle",
    dialect: "sqlite",
    migrations: [
      ["20240101000000_users", [users, groups]],
      ["20240202000000_more", [email]],
    ],
  },
  {
    folder: "flyway",
    format: "flyway",
    dialect: "postgresql",
    migrations: [
      ["V1__users", [users]],
      ["V1_2__groups", [groups], dropGroups],
      ["V1.10__email", [email]],
      ["R__a_first", ["create or replace"]],
      ["R__names", ["create or replace"]],
    ],
  },
  {
    folder: "golang-migrate",
    format: "golang-migrate",
    dialect: "postgresql",
    migrations: [
      ["000001_users", [users], dropUsers],
      ["2_groups", [groups], dropGroups],
      ["10_email", [email]],
    ],
  },
  {
    folder: "dbmate",
    format: "dbmate",
    dialect: "postgresql",
    migrations: [
      ["20230101000000_users", [users], dropUsers],
      [
        "20230202000000_index",
        ["create index concurrently", "insert into users"],
        ["drop index users_name"],
      ],
    ],
  },
  {
    folder: "goose",
    format: "goose",
    dialect: "postgresql",
    migrations: [
      ["00001_users", [users], dropUsers],
      ["00002_code", ["package migrations"]],
      ["20230101000000_function", ["create function touch()", groups], ["drop function touch()"]],
    ],
  },
  {
    folder: "node-pg-migrate",
    format: "node-pg-migrate",
    dialect: "postgresql",
    migrations: [
      ["1700000000000_users", [users], dropUsers],
      ["20231114221320001_groups", [groups], []],
      ["1700000000002_whole", [email]],
      ["1700000000003_code", ["export const up"]],
    ],
  },
  {
    folder: "atlas",
    format: "atlas",
    dialect: "sqlite",
    migrations: [
      ["20230101000000_users", [users]],
      ["20230202000000_groups", [groups, "create trigger t"]],
    ],
  },
  {
    folder: "supabase",
    format: "supabase",
    dialect: "postgresql",
    migrations: [
      ["20230101000000_users", [users]],
      ["20230202000000_groups", [groups]],
    ],
  },
  {
    folder: "liquibase",
    format: "liquibase",
    dialect: "postgresql",
    migrations: [
      ["liquibase/sql/users.sql::users::ann", [users], ["drop table users"]],
      [
        "liquibase/sql/users.sql::a trigger::ann b",
        ["create function touch()", "create table logs"],
        [],
      ],
      ["liquibase/sql/groups.sql::1::ben", [groups], dropGroups],
    ],
  },
  {
    folder: "refinery/migrations",
    format: "refinery",
    dialect: "sqlite",
    migrations: [
      ["V1__users", [users]],
      ["U2__groups", [groups]],
      ["V3__code", ["pub fn migration()"]],
      ["V10__email", [email]],
    ],
  },
  {
    folder: "sqlx/migrations",
    format: "sqlx",
    dialect: "sqlite",
    migrations: [
      ["1_users", [users], dropUsers],
      ["20_groups", [groups]],
    ],
  },
  {
    folder: "diesel",
    format: "diesel",
    dialect: "sqlite",
    migrations: [
      ["00000000000000_diesel_initial_setup", []],
      ["2018-01-14-171611_users", [users], dropUsers],
      ["20180217205753_groups", [groups], []],
    ],
  },
  {
    folder: "sql",
    format: "sql",
    dialect: "sqlite",
    migrations: [
      ["1_users", [users], dropUsers],
      ["2_groups", [groups]],
      ["3_scale_down", ["drop index if"]],
      ["10_email", [email]],
    ],
  },
];

const root = join(import.meta.dirname, "formats");

test.each(trees)("$folder: order, sections, statements", (expected) => {
  const input = filesOnDisk(root, expected.folder, expected.dialect);
  const tree = readTree(input);
  expect(tree.problems).toEqual([]);
  expect(tree).toMatchObject({ format: expected.format, dialect: expected.dialect });
  expect(tree.heads).toEqual([expected.migrations.at(-1)?.[0]]);
  expect(
    tree.migrations.map((each) => [
      each.id,
      shown(each.up, input),
      each.down && shown(each.down, input),
    ]),
  ).toEqual(expected.migrations.map(([id, up, down]) => [id, up, down ?? null]));
});

test.each(trees)("$folder: no other tool takes it for its own", ({ folder, format, dialect }) => {
  const input = filesOnDisk(root, folder, dialect);
  const takers = readers.filter((reader) => reader.detects(input)).map((reader) => reader.format);
  // Without a look at `Cargo.toml` these two can't be told from those whose names they share.
  const alike = new Map([
    ["refinery", ["flyway"]],
    ["sqlx", ["golang-migrate"]],
  ]).get(format);
  expect(takers).toEqual(format === "sql" ? ["sql"] : [format, ...(alike ?? []), "sql"]);
});

test("a format that is named is taken, whatever the files look like", () => {
  const input = filesOnDisk(root, "golang-migrate", "postgresql");
  expect(readTree(input, "sql").migrations.map(({ id }) => id)).toEqual([
    "000001_users.up",
    "2_groups.up",
    "10_email.up",
  ]);
});

test.each([
  ["elsewhere", undefined, "elsewhere holds no migrations of a tool that is known"],
  ["sql", "rails", 'the format "rails" of sql is unknown; it is one of'],
])("%s as %s is one problem", (folder, format, message) => {
  const tree = readTree({ folder, files: [], dialect: "sqlite", text: () => null }, format);
  expect(tree.migrations).toEqual([]);
  expect(tree.problems.map((problem) => problem.kind)).toEqual(["nothing matched"]);
  expect(tree.problems[0]?.message).toContain(message);
  expect(tree.problems[0]?.message).toContain(migrationFormats.join(", "));
});
