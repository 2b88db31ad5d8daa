import type { MapSource } from "@domain-isolation/model";
import { describe, expect, it } from "vitest";
import rule from "../repository-only-access/rule.js";
import type { Code } from "./code.js";
import { dataMap, judge, judged } from "./judged.js";

const file = "src/pool/assign.ts";
const map = dataMap({
  pool: {
    entrypoints: ["src/pool/main.ts"],
    migrations: [{ path: "src/pool/migrations" }],
  },
});

describe("who may talk to the database", () => {
  it.each<readonly [string, readonly string[], boolean]>([
    ["src/pool/db/seats.ts", ["sends read seats", "handle db imported"], true],
    ["src/pool/migrations/1.ts", ["sends write seats"], true],
    ["src/pool/assign.test.ts", ["sends write seats"], true],
    ["src/pool/client.ts", ["handle db constructed", "sends "], true],
    ["src/pool/main.ts", ["handle db imported"], true], // puts the program together
    ["src/pool/main.ts", ["handle db imported", "sends read seats"], false],
    ["src/pool/assign.ts", ["sends read seats"], false],
    ["src/pool/assign.ts", ["handle manager constructed manager", "sends read seats"], false],
    ["src/lib/assign.ts", ["sends read seats"], true], // shared-stays-stateless speaks
    ["src/assign.ts", ["sends read seats"], true], // nobody's
  ])("%s: %j: %s", (at, lines, may) => {
    expect(judged(rule, map, { [at]: lines })).toHaveLength(may ? 0 : 1);
  });

  it("anybody, where the domain names no repositories", () => {
    const free = dataMap({ pool: { repositories: [] } });
    expect(judged(rule, free, { [file]: ["sends read seats"] })).toEqual([]);
  });
});

describe("which statements", () => {
  const reads = dataMap({ pool: { mayTouch: { reads: ["users"] } } });
  it.each<readonly [string, MapSource, string | null]>([
    ["sends write seats", map, "pool code writes `seats` outside of its repositories"],
    ["sends read invoices", map, "pool code reads `invoices` outside of its repositories"],
    ["sends  opaque why", map, "pool code sends a statement of prisma outside of its repositories"],
    [
      "sends read Seat/seats, write redeem_codes",
      map,
      "pool code writes `Seat` (table `seats`) and `redeem_codes` outside of its repositories",
    ],
    ["sends read redeem_codes", map, null], // crosses: no repository of pool puts that right
    [
      "sends read redeem_codes",
      reads,
      "pool code reads `redeem_codes` outside of its repositories",
    ],
  ])("%s", (line, source, message) => {
    const found = judge(rule, source, { [file]: [line] });
    expect(found.map((finding) => finding.message)).toEqual(message === null ? [] : [message]);
  });
});

describe("statements that touch no table", () => {
  it.each<readonly [lines: readonly string[], told: readonly string[]]>([
    [["sends  in t1", "sends write seats in t1"], ["sends write seats in t1"]],
    [["sends  in t1", "sends  in t2"], ["sends  in t1"]],
    [
      ["sends  opaque a", "sends  opaque b"],
      ["sends  opaque a", "sends  opaque b"],
    ],
  ])("%j", (lines, told) => {
    const expected = told.map((line) => `${file}: statement at ${line}`);
    expect(judged(rule, map, { [file]: lines })).toEqual(expected);
  });
});

describe("where to go instead", () => {
  it.each<readonly [string, Code, string]>([
    [
      "no repository is known",
      {},
      "move the statement to a repository, src/pool/db/**, and call that",
    ],
    [
      "a repository works with the table",
      { "src/pool/db/seats.ts": ["sends write seats"] },
      "move the statement to src/pool/db/seats.ts, which works with `seats` already, and call that",
    ],
  ])("%s", (_title, code, help) => {
    const found = judge(rule, map, { ...code, [file]: ["sends read seats"] });
    expect(found).toMatchObject([{ help, why: "src/pool/db/** → pool" }]);
  });
});

describe("a handle without a statement", () => {
  it("is told once for each", () => {
    const code = {
      [file]: ["handle db imported", "handle tx transaction", "handle this.orm injected"],
    };
    expect(judged(rule, map, code)).toEqual([
      `${file}: handle at db`,
      `${file}: handle at this.orm`,
    ]);
  });

  it("is told by the statements, where there are any", () => {
    const code = { [file]: ["handle db imported", "sends read seats"] };
    expect(judged(rule, map, code)).toEqual([`${file}: statement at sends read seats`]);
  });

  it("is let through where the map says so", () => {
    const allow = { ...map, rules: { rule: ["error", { handles: "allow" }] } } as const;
    expect(judged(rule, allow, { [file]: ["handle db imported"] })).toEqual([]);
    expect(judged(rule, allow, { [file]: ["sends read seats"] })).toHaveLength(1);
  });
});
