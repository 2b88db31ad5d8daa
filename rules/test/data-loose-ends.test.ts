import { describe, expect, it } from "vitest";
import leak from "../no-entity-leak/rule.js";
import opaque from "../no-opaque-statement/rule.js";
import { dataMap, judge, judged } from "./judged.js";

describe("an entity that is given away", () => {
  const line = "leak CodeRepository.find RedeemCode/redeem_codes";
  it.each([
    ["src/users/index.ts", "publicEntry"],
    ["src/users/db/codes.ts", "repository"],
    ["src/users/service.ts", null],
    ["src/users/db/codes.test.ts", null],
    ["src/lib/a.ts", null],
    ["src/a.ts", null],
  ])("%s: %s", (file, messageId) => {
    const found = judged(leak, dataMap(), { [file]: [line] });
    expect(found).toEqual(
      messageId === null ? [] : [`${file}: ${messageId} at CodeRepository.find`],
    );
  });

  it("may leave a repository where the map says so, never the public entry", () => {
    const map = dataMap({ rules: { rule: ["error", { repositories: "allow" }] } });
    const code = { "src/users/index.ts": [line], "src/users/db/codes.ts": [line] };
    expect(judge(leak, map, code).map(({ message }) => message)).toEqual([
      "`CodeRepository.find` gives away `RedeemCode` (table `redeem_codes`), an entity of prisma, from the public entry of users",
    ]);
  });
});

describe("a statement whose tables can't be told", () => {
  const line = "sends read seats opaque its text is the parameter `text`";
  it.each([
    ["src/users/a.ts", 1],
    ["src/lib/a.ts", 1],
    ["src/a.ts", 0],
    ["src/users/a.test.ts", 0],
  ])("%s: %s", (file, count) => {
    expect(judged(opaque, dataMap(), { [file]: [line, "sends read seats"] })).toHaveLength(count);
  });

  it("is told with the reason", () => {
    const [found] = judge(opaque, dataMap(), { "src/users/a.ts": [line] });
    expect(found?.message).toBe(
      "which tables this statement of prisma touches can't be told: its text is the parameter `text`",
    );
  });
});
