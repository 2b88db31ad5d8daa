import { describe, expect, it } from "vitest";
import rule from "../no-cross-domain-transaction/rule.js";
import { dataMap, judge, judged } from "./judged.js";

const file = "src/pool/a.ts";
const users = "src/users/db/codes.ts";

describe("what one transaction writes", () => {
  it.each<readonly [title: string, lines: readonly string[], messages: readonly string[]]>([
    ["its own", ["sends write seats in t", "sends lock teams in t"], []],
    ["one other domain's", ["sends write redeem_codes in t", "sends write admin_logs in t"], []],
    [
      "its own, and reads another's",
      ["sends write seats in t", "sends read redeem_codes in t"],
      [],
    ],
    ["two, in two transactions", ["sends write seats in t", "sends write redeem_codes in u"], []],
    ["two, without a transaction", ["sends write seats", "sends write redeem_codes"], []],
    [
      "two",
      ["sends write redeem_codes in t", "sends write seats in t", "sends lock admin_logs in t"],
      ["one transaction writes `seats` of pool, and `redeem_codes` and `admin_logs` of users"],
    ],
    [
      "its own, and locks another's",
      ["sends write seats in t", "sends lock Code/redeem_codes in t"],
      ["one transaction writes `seats` of pool, and locks `Code` (table `redeem_codes`) of users"],
    ],
  ])("%s", (_title, lines, messages) => {
    const found = judge(rule, dataMap(), { [file]: lines });
    expect(found.map(({ message }) => message)).toEqual(messages);
  });

  it("is told at the first statement that writes the other's", () => {
    const lines = [
      "sends write seats in t",
      "sends lock redeem_codes in t",
      "sends write admin_x in t",
    ];
    expect(judged(rule, dataMap(), { [file]: lines })).toEqual([
      `${file}: writes of users at sends lock redeem_codes in t`,
    ]);
  });
});

describe("what it calls", () => {
  it.each([
    ["a repository of another domain", users, `${file}: calls of users at save ${users}`],
    ["its own repository", "src/pool/db/seats.ts", null],
    ["a public entry", "src/users/index.ts", null],
    ["shared code", "src/lib/clock.ts", null],
  ])("%s", (_title, target, expected) => {
    const code = { [file]: [`transaction t: save ${target}`] };
    expect(judged(rule, dataMap(), code)).toEqual(expected === null ? [] : [expected]);
  });

  it("says whose it is", () => {
    const [found] = judge(rule, dataMap(), { [file]: [`transaction t: save ${users}`] });
    expect(found).toMatchObject({
      message: `a transaction of pool calls \`save\` in ${users}, a repository of users`,
      why: "src/users/db/** → users",
    });
  });
});

it("is permitted by `transactions` alone", () => {
  const lines = [
    "sends write seats in t",
    "sends write redeem_codes in t",
    `transaction t: save ${users}`,
  ];
  const map = (touch: string) => dataMap({ pool: { mayTouch: { [touch]: ["users"] } } });
  expect(judged(rule, map("transactions"), { [file]: lines })).toEqual([]);
  expect(judged(rule, map("writes"), { [file]: lines })).toHaveLength(2);
});
