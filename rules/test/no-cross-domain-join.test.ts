import { describe, expect, it } from "vitest";
import rule from "../no-cross-domain-join/rule.js";
import { dataMap, judge, judged } from "./judged.js";

const file = "src/pool/a.ts";
const messages = (map: Parameters<typeof judge>[1], line: string, at = file) =>
  judge(rule, map, { [at]: [line] }).map(({ message }) => message);

describe("one statement", () => {
  it.each<readonly [line: string, ...messages: string[]]>([
    ["sends read seats, read:join teams, read currencies, read settings"],
    ["sends read redeem_codes, read:join admin_logs"], // foreign, but of one domain
    ["sends read seats, read invoices"],
    [
      "sends read seats, read:join redeem_codes",
      "one statement touches `seats` of pool together with `redeem_codes` of users",
    ],
    [
      "sends write redeem_codes, read seats, read teams, read:relation Log/admin_logs",
      "one statement touches `seats` and `teams` of pool together with `redeem_codes` and `Log` (table `admin_logs`) of users",
    ],
    [
      "sends read redeem_codes, read mails, read bounces",
      "one statement touches `redeem_codes` of users together with `mails` and `bounces` of mail",
    ],
    [
      "sends read mails, read seats, read redeem_codes",
      "one statement touches `seats` of pool together with `mails` of mail",
      "one statement touches `seats` of pool together with `redeem_codes` of users",
    ],
  ])("%s", (line, ...expected) => {
    const mail = { tables: ["mails", "bounces"] };
    const map = dataMap();
    const wider = { ...map, domains: { ...map.domains, mail } };
    expect(messages(wider, line)).toEqual(expected);
  });
});

it("is told once, at the statement", () => {
  const line = "sends read seats, read:join redeem_codes, read:join admin_logs";
  expect(judged(rule, dataMap(), { [file]: [line] })).toEqual([
    `${file}: spans of users at ${line}`,
  ]);
});

it("is permitted by `joins` alone", () => {
  const line = "sends read seats, read redeem_codes";
  const map = (touch: string) => dataMap({ pool: { mayTouch: { [touch]: ["users"] } } });
  expect(messages(map("joins"), line)).toEqual([]);
  expect(messages(map("writes"), line)).toHaveLength(1);
});

it("says nothing of code that is nobody's, or of tests where the map says so", () => {
  const line = "sends read seats, read redeem_codes";
  expect(messages(dataMap(), line, "src/a.ts")).toEqual([]);
  expect(messages(dataMap(), line, "src/lib/a.ts")).toEqual([]);
  const map = dataMap({ rules: { rule: ["error", { tests: "allow" }] } });
  expect(messages(map, line, "src/pool/a.test.ts")).toEqual([]);
});
