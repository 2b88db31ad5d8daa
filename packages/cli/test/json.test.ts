import { describe, expect, it } from "vitest";
import { reporter as json } from "../src/reporters/json.js";
import { reporter as jsonl } from "../src/reporters/jsonl.js";
import { assignText, findingOn, rendered, sampleReport } from "./sample-report.js";

const span = { start: 6, end: 9 };
const report = sampleReport(
  [
    findingOn(assignText, '"redeem_codes"', { data: { path: ["a.ts", "b.ts"], names: [] } }),
    findingOn(assignText, "db", { severity: "warn", status: "exempt", to: null }),
  ],
  undefined,
  {
    unresolved: [{ file: "b.ts", span, specifier: "./gone.js", form: "require" }],
    opaque: [{ file: "a.ts", span, form: "dynamic-import", reason: "not a literal" }],
  },
);

const finding = {
  ruleId: "no-cross-domain-import",
  severity: "error",
  messageId: "private",
  message: "pool code reads `redeem_codes`, which users owns",
  why: "tables.redeem_codes → users (domain-isolation.config.ts:14)",
  file: "src/domains/pool/seats/assign.ts",
  line: 5,
  column: 17,
  endLine: 5,
  endColumn: 31,
  from: "pool",
  to: "users",
  data: { path: ["a.ts", "b.ts"], names: [] },
  help: "ask users for it",
  tier: "file",
  fingerprint: "0123456789abcdef",
  status: "new",
};

describe("json", () => {
  it("has all there is, with lines and columns from 1 and no offsets", () => {
    expect(JSON.parse(rendered(json, report))).toEqual({
      version: 1,
      findings: [finding, expect.objectContaining({ status: "exempt", severity: "warn" })],
      unresolved: [
        {
          file: "b.ts",
          line: 1,
          column: 7,
          endLine: 1,
          endColumn: 10,
          specifier: "./gone.js",
          form: "require",
        },
      ],
      opaque: [expect.objectContaining({ form: "dynamic-import", reason: "not a literal" })],
      undecided: [],
      summary: {
        files: 214,
        reported: 214,
        facts: 1000,
        unresolved: 1,
        opaque: 1,
        undecided: 0,
        errors: 1,
        warnings: 0,
        exempt: 1,
        known: 0,
        gone: 0,
        crossings: [{ from: "pool", to: "users", errors: 1, warnings: 0, known: 0, gone: 0 }],
      },
    });
  });

  it("is JSON when there is nothing", () => {
    expect(JSON.parse(rendered(json, sampleReport([])))).toMatchObject({ findings: [] });
  });
});

describe("jsonl", () => {
  it("is a finding a line and a summary", () => {
    const lines: unknown[] = rendered(jsonl, report)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([
      { kind: "finding", ...finding },
      expect.objectContaining({ kind: "finding", status: "exempt" }),
      { kind: "summary", version: 1, summary: report.summary },
    ]);
  });
});

describe("--quiet", () => {
  it("leaves warnings out and counts them all the same", () => {
    const quiet = sampleReport([findingOn(assignText, "db", { severity: "warn" })], undefined, {
      errorsOnly: true,
    });
    expect(quiet.findings).toEqual([]);
    expect(quiet.summary.warnings).toBe(1);
  });
});
