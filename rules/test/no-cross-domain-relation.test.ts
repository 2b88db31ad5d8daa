import { describe, expect, it } from "vitest";
import rule from "../no-cross-domain-relation/rule.js";
import { dataMap, judge, judged } from "./judged.js";

describe("a relation", () => {
  const relation = "entity Seat/seats: code RedeemCode/redeem_codes";
  it.each<readonly [string, string, string, string | null]>([
    ["within a domain", "src/pool/seat.ts", "entity Seat/seats: team Team/teams", null],
    [
      "to a table of nobody",
      "src/pool/seat.ts",
      "entity Seat/seats: invoice Invoice/invoices",
      null,
    ],
    ["from a table of nobody", "src/pool/x.ts", "entity Invoice/invoices: seat Seat/seats", null],
    ["to a shared table", "src/pool/seat.ts", "entity Seat/seats: in Currency/currencies", null],
    ["to another domain's", "src/pool/seat.ts", relation, "users at code RedeemCode/redeem_codes"],
    ["in a file of nobody", "src/schema.ts", relation, "users at code RedeemCode/redeem_codes"],
    ["in shared code", "src/lib/schema.ts", relation, "users at code RedeemCode/redeem_codes"],
    ["in a schema", "db/schema.prisma", relation, "users at code RedeemCode/redeem_codes"],
    [
      "in a file of the other domain",
      "src/users/seat.ts",
      relation,
      "users at code RedeemCode/redeem_codes",
    ],
    [
      "to a table of a name that both have",
      "src/pool/seat.ts",
      "entity Seat/seats: rules Settings/settings",
      null,
    ],
  ])("%s", (_title, file, line, expected) => {
    const found = judged(rule, dataMap(), { [file]: [line] });
    expect(found).toEqual(expected === null ? [] : [`${file}: relation of ${expected}`]);
  });
});

it("names both ends, and the line of the map for the other", () => {
  const line = "entity Seat/seats: code RedeemCode/redeem_codes, log admin_logs";
  const found = judge(rule, dataMap(), { "db/schema.prisma": [line] });
  expect(found.map(({ message, why, from }) => [message, why, from])).toEqual([
    [
      "the relation `code` leads from `Seat` (table `seats`) of pool to `RedeemCode` (table `redeem_codes`) of users",
      "tables.redeem_codes → users",
      "pool",
    ],
    [
      "the relation `log` leads from `Seat` (table `seats`) of pool to `admin_logs` of users",
      "tables.admin_* → users",
      "pool",
    ],
  ]);
});

it.each(["users", "pool"])("is permitted by %s, whichever side it is written on", (domain) => {
  const other = domain === "users" ? "pool" : "users";
  const map = dataMap({ [domain]: { mayTouch: { relations: [other] } } });
  const code = {
    "db/a.prisma": ["entity Seat/seats: code RedeemCode/redeem_codes"],
    "db/b.prisma": ["entity RedeemCode/redeem_codes: seats Seat/seats"],
  };
  expect(judged(rule, map, code)).toEqual([]);
});
