import { describe, expect, it } from "vitest";
import rule from "../shared-stays-stateless/rule.js";
import { dataMap, judge, judged } from "./judged.js";

describe("shared code", () => {
  it.each<readonly [line: string, expected: string | null]>([
    ["handle prisma constructed", "handle at prisma"],
    ["handle prisma imported", "handle at prisma"],
    ["handle db global", "handle at db"],
    ["handle tx injected", null], // the caller's
    ["handle tx transaction", null],
    ["handle client returned", null], // by a handle that is told where it is made
    ["sends read redeem_codes", "table of users at redeem_codes"],
    ["sends write:relation Seat/seats", "table of pool at Seat/seats"],
    ["sends read currencies, read invoices, read pg_class", null],
    ["sends  opaque its table is the parameter `table`", null],
    ["entity Currency/currencies", null],
  ])("%s", (line, expected) => {
    const found = judged(rule, dataMap(), { "src/lib/a.ts": [line] });
    expect(found).toEqual(expected === null ? [] : [`src/lib/a.ts: ${expected}`]);
  });

  it("is told once of what it makes and then uses", () => {
    const lines = ["handle PrismaClient constructed", "handle prisma constructed"];
    expect(judged(rule, dataMap(), { "src/lib/a.ts": lines })).toEqual([
      "src/lib/a.ts: handle at PrismaClient",
    ]);
  });

  it("is meant alone: no domain, no file of nobody, no test", () => {
    const lines = ["handle prisma constructed", "sends read redeem_codes"];
    const code = { "src/pool/a.ts": lines, "src/a.ts": lines, "src/lib/a.test.ts": lines };
    expect(judged(rule, dataMap(), code)).toEqual([]);
  });

  it("is told which line of the map makes it shared", () => {
    const [found] = judge(rule, dataMap(), { "src/lib/a.ts": ["handle db imported"] });
    expect(found).toMatchObject({
      message: "shared code holds a database handle: `db` of prisma",
      why: "src/lib/** → shared",
    });
  });
});
