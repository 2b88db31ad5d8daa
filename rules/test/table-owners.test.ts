import { compileMap, evaluateProject } from "@domain-isolation/model";
import { describe, expect, it } from "vitest";
import ambiguous from "../no-ambiguous-owner/rule.js";
import unowned from "../no-unowned-table/rule.js";
import { projectOf, type Code } from "./code.js";
import { dataMap, judge, judged, usersAndPool } from "./judged.js";

describe("a table of nobody", () => {
  it.each<readonly [string, Code, readonly string[]]>([
    [
      "an owned, a shared and a tool's",
      { "src/a.ts": ["sends read seats, read currencies, read pg_class"] },
      [],
    ],
    [
      "once, where it is touched first",
      {
        "src/b.ts": ["sends write invoices"],
        "src/a.ts": ["sends read seats, read invoices", "sends read invoices"],
      },
      ["src/a.ts: unowned at invoices"],
    ],
    [
      "at its declaration rather",
      {
        "src/a.ts": ["sends read Invoice/invoices"],
        "src/schema.ts": ["entity Invoice/invoices"],
      },
      ["src/schema.ts: unowned at Invoice/invoices"],
    ],
    [
      "in a schema",
      { "db/schema.prisma": ["entity Invoice/invoices"] },
      ["db/schema.prisma: unowned at Invoice/invoices"],
    ],
    ["in a test", { "src/a.test.ts": ["sends read invoices"] }, []],
    [
      "of two schemas",
      { "src/a.ts": ["sends read old.invoices, read invoices"] },
      ["src/a.ts: unowned at old.invoices", "src/a.ts: unowned at invoices"],
    ],
    ["that two may own", { "src/a.ts": ["sends read settings"] }, []],
  ])("%s", (_title, code, expected) => {
    expect(judged(unowned, dataMap(), code)).toEqual(expected);
  });

  it("is not told by a map without tables, nor unless somebody wants to know", () => {
    const code = { "src/a.ts": ["sends read invoices"] };
    expect(judged(unowned, usersAndPool, code)).toEqual([]);
    const run = { map: compileMap(dataMap()), rules: { unowned }, today: "2026-11-01" };
    expect(evaluateProject(run, projectOf(code))).toEqual([]);
  });
});

describe("a table that two may own", () => {
  const mail = { files: ["src/mail/**"] };
  const map = { ...dataMap(), domains: { ...dataMap().domains, mail } };
  it.each<readonly [string, Code, readonly string[]]>([
    [
      "in code of one of them",
      { "src/users/a.ts": ["sends read settings", "entity S/settings"] },
      [],
    ],
    [
      "in code of a third: once",
      { "src/mail/a.ts": ["sends read settings", "sends write settings"] },
      ["src/mail/a.ts: ambiguous at settings"],
    ],
    [
      "in shared code",
      { "src/lib/a.ts": ["sends read settings"] },
      ["src/lib/a.ts: ambiguous at settings"],
    ],
    ["in code of nobody", { "src/a.ts": ["sends read settings"] }, []],
    [
      "in a schema",
      { "db/schema.prisma": ["entity Settings/settings"] },
      ["db/schema.prisma: ambiguous at Settings/settings"],
    ],
  ])("%s", (_title, code, expected) => {
    expect(judged(ambiguous, map, code)).toEqual(expected);
  });

  it("is told with all that the map says of it", () => {
    const [found] = judge(ambiguous, map, { "src/mail/a.ts": ["sends read settings"] });
    expect(found).toMatchObject({
      message: "`settings` may be a table of users or pool",
      help: "the map says tables.settings → users and tables.settings → pool: make one of them more specific, or give this code to the domain that is meant",
    });
  });

  it("is told in its own code too where patterns leave it open within one database", () => {
    const database = { dialect: "mysql", url: "DATABASE_URL" } as const;
    const one = dataMap({
      users: { tables: ["user_*"], database },
      pool: { tables: ["*_seat"], database },
    });
    expect(judged(ambiguous, one, { "src/pool/a.ts": ["sends read user_seat"] })).toHaveLength(1);
  });
});
