import type { Column, Table } from "@domain-isolation/model";
import { describe, expect, it } from "vitest";
import { meantTables } from "../no-undeclared-soft-reference/meant-tables.js";
import { singular, wordsOf } from "../no-undeclared-soft-reference/words.js";

const nowhere = { file: "a.sql", span: { start: 0, end: 0 } };

function column(name: string, comment: string | null = null): Column {
  const nothing = { default: null, identity: null, generated: null };
  return { name, type: "integer", nullable: true, comment, definedAt: nowhere, ...nothing };
}

function table(name: string, columns: readonly string[] = ["id"]): Table {
  return {
    schema: "public",
    name,
    kind: "table",
    columns: columns.map((each) => column(each)),
    primaryKey: null,
    uniques: [],
    foreignKeys: [],
    checks: [],
    indexes: [],
    inherits: [],
    partitionOf: null,
    comment: null,
    definedAt: nowhere,
  };
}

const others = ["mother_accounts", "mother_groups", "mother_teams", "seats", "customers", "states"];

function meant(name: string, comment?: string, own: readonly string[] = ["redeem_codes"]): string {
  const home = table("redeem_codes", [name, "target_type"]);
  const tables = own.map((each) => table(each));
  const found = meantTables(
    column(name, comment ?? null),
    home,
    tables,
    others.map((each) => table(each)),
  );
  return found.map((each) => each.name).join(", ");
}

describe("a column means a table of another domain", () => {
  it.each([
    ["mother_group_id", "mother_groups"],
    ["motherGroupId", "mother_groups"],
    ["MotherGroupUUID", "mother_groups"],
    ["mother_group_ids", "mother_groups"],
    ["winner_mother_group_id", "mother_groups"],
    ["seat_id", "seats"],
    ["held_seat_uuid", "seats"],
    ["mother_id", "mother_accounts, mother_groups, mother_teams"],
  ])("%s → %s", (name, expected) => {
    expect(meant(name)).toBe(expected);
  });

  it("by its comment, whatever its name", () => {
    expect(meant("owner", "a row of pool.mother_teams")).toBe("mother_teams");
  });
});

describe("a column means no table of another domain", () => {
  it.each([
    "stripe_customer_id",
    "state_id",
    "target_id",
    "id",
    "identity",
    "mother",
    "seat_count",
    "redeem_code_id",
    "session_id",
    "candidate",
  ])("%s", (name) => {
    expect(meant(name)).toBe("");
  });

  it("where its own domain has a table of that name", () => {
    expect(meant("seat_id", undefined, ["seats"])).toBe("");
    expect(meant("mother_id", undefined, ["mothers"])).toBe("");
  });
});

it.each([
  ["categories", "category"],
  ["addresses", "address"],
  ["statuses", "status"],
  ["status", "status"],
  ["people", "person"],
  ["boxes", "box"],
  ["series", "series"],
  ["seats", "seat"],
])("the singular of %s is %s", (plural, expected) => {
  expect(singular(plural)).toBe(expected);
});

it("the words of a name are told by its letters and signs", () => {
  expect(wordsOf("HTTPServerId")).toEqual(["http", "server", "id"]);
  expect(wordsOf("mother-group_id")).toEqual(["mother", "group", "id"]);
});
