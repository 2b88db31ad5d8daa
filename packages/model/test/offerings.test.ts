import { describe, expect, it } from "vitest";
import {
  compileMap,
  createOfferings,
  noDataFacts,
  type DataFacts,
  type StatementFact,
} from "../src/index.js";

const map = compileMap({
  domains: {
    users: {
      files: ["src/users/**"],
      public: ["src/users/index.ts"],
      repositories: ["src/users/**/*-repository.ts"],
    },
    pool: { files: ["src/pool/**"] },
  },
  tests: ["**/*.test.ts"],
});

const touched: Readonly<Record<string, readonly string[]>> = {
  "src/pool/codes-repository.ts": ["redeem_codes"],
  "src/users/audit-repository.ts": ["audit_logs", "redeem_codes"],
  "src/users/codes-repository.ts": ["redeem_codes"],
  "src/users/index.ts": ["settings"],
  "src/users/invite.ts": ["invites"],
  "src/users/old.test.ts": ["old_codes"],
  "src/users/switch.ts": ["switches"],
};

const origins: Readonly<Record<string, readonly string[]>> = {
  "src/users/index.ts": [
    "src/users/index.ts",
    "src/users/codes-repository.ts",
    "src/users/invite.ts",
  ],
};

function statementOn(file: string, name: string): StatementFact {
  const span = { start: 0, end: 1 };
  return {
    kind: "statement",
    file,
    span,
    tier: "file",
    library: "pg",
    operation: "query",
    tables: [{ name, schema: null, entity: null, access: "read", via: "sql", span }],
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
    ["switches", null], // neither public nor a repository
    ["old_codes", null],
  ])("%s: %s", (table, file) => {
    expect(offering("users", table)).toBe(file);
    expect(offering("pool", table)).toBeNull();
  });
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
  ]);
});
