import { describe, expect, it } from "vitest";
import {
  compileMap,
  createOfferings,
  noDataFacts,
  type DataFacts,
  type StatementFact,
  type TableUse,
} from "../src/index.js";

const map = compileMap({
  domains: {
    users: {
      files: ["src/users/**"],
      public: ["src/users/index.ts"],
      repositories: ["src/users/**/*-repository.ts"],
    },
    pool: { files: ["src/pool/**"], tables: ["seats"] },
  },
  tests: ["**/*.test.ts"],
});

const touched: Readonly<Record<string, readonly string[]>> = {
  "src/pool/codes-repository.ts": ["redeem_codes"],
  "src/users/audit-repository.ts": ["audit_logs", "redeem_codes"],
  "src/users/codes-repository.ts": ["redeem_codes"],
  "src/users/free-seats-repository.ts": ["seats", "teams"],
  "src/users/index.ts": ["settings"],
  "src/users/invite.ts": ["invites"],
  "src/users/old.test.ts": ["old_codes"],
  "src/users/switch.ts": ["switches"],
  "src/users/team-repository.ts": ["teams"],
};

const origins: Readonly<Record<string, readonly string[]>> = {
  "src/users/index.ts": [
    "src/users/index.ts",
    "src/users/codes-repository.ts",
    "src/users/invite.ts",
  ],
};

function statementOn(file: string, name: string, use: Partial<TableUse> = {}): StatementFact {
  const span = { start: 0, end: 1 };
  return {
    kind: "statement",
    file,
    span,
    tier: "file",
    library: "pg",
    operation: "query",
    tables: [{ name, schema: null, entity: null, access: "read", via: "sql", span, ...use }],
    transaction: null,
    opaque: null,
  };
}

function dataOf(file: string): DataFacts {
  const statements = (touched[file] ?? []).map((table) => statementOn(file, table));
  return { ...noDataFacts, statements };
}

describe("where users offers what is in a table", () => {
  const offering = createOfferings(map, () => Object.keys(touched), {
    data: dataOf,
    origins: (file) => origins[file] ?? [file],
  });
  it.each([
    ["redeem_codes", "src/users/index.ts"], // the public entry passes on the repository
    ["invites", "src/users/index.ts"],
    ["settings", "src/users/index.ts"],
    ["audit_logs", "src/users/audit-repository.ts"], // nobody passes it on
    ["teams", "src/users/team-repository.ts"], // the other one crosses
    ["switches", null], // neither public nor a repository
    ["old_codes", null],
  ])("%s: %s", (table, file) => {
    expect(offering("users", table)).toBe(file);
    expect(offering("pool", table)).toBeNull();
  });
});

it("prefers who writes a table to who reads it, and that to who joins it", () => {
  const uses: Readonly<Record<string, Partial<TableUse>>> = {
    "src/users/a-repository.ts": { via: "join", access: "read" },
    "src/users/b-repository.ts": { via: "sql", access: "read" },
    "src/users/c-repository.ts": { via: "direct", access: "write" },
  };
  const offering = (files: readonly string[]) =>
    createOfferings(map, () => files, {
      data: (file) => ({ ...noDataFacts, statements: [statementOn(file, "codes", uses[file])] }),
      origins: (file) => [file],
    })("users", "codes");
  const [a = "", b = "", c = ""] = Object.keys(uses);
  expect(offering([a, b, c])).toBe(c);
  expect(offering([a, b])).toBe(b);
  expect(offering([a])).toBe(a);
});

it("reads nothing before it is asked, and each domain once", () => {
  const read: string[] = [];
  const offering = createOfferings(map, () => Object.keys(touched), {
    data: (file) => {
      read.push(file);
      return dataOf(file);
    },
    origins: (file) => [file],
  });
  expect(read).toEqual([]);
  offering("users", "settings");
  offering("users", "redeem_codes");
  expect(read).toEqual([
    "src/users/index.ts",
    "src/users/audit-repository.ts",
    "src/users/codes-repository.ts",
    "src/users/free-seats-repository.ts",
    "src/users/team-repository.ts",
  ]);
});
