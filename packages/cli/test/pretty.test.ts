import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { reporter } from "../src/reporters/pretty.js";
import { assignText, findingOn, rendered, sampleReport } from "./sample-report.js";

const table = '"redeem_codes"';

describe("a finding", () => {
  it("reads as architecture.md draws it", () => {
    const report = sampleReport([findingOn(assignText, table)]);
    expect(rendered(reporter, report, { quiet: true })).toBe(
      [
        "src/domains/pool/seats/assign.ts:5:17  error  no-cross-domain-import",
        "  pool code reads `redeem_codes`, which users owns",
        "",
        "  3 │ export async function assign() {",
        "  4 │   const code = await db",
        '  5 │     .selectFrom("redeem_codes")',
        "                      ━━━━━━━━━━━━━━",
        "  why   tables.redeem_codes → users (domain-isolation.config.ts:14)",
        "  help  ask users for it",
        "",
        "",
      ].join("\n"),
    );
  });

  it("shows the way through other files, a step a line where it is long", () => {
    const path = ["src/shared/index.ts", "src/domains/users/repositories/codes.ts"];
    const report = sampleReport([findingOn(assignText, table, { data: { path } })]);
    expect(rendered(reporter, report, { width: 200 })).toContain(
      "  path  src/domains/pool/seats/assign.ts → src/shared/index.ts → src/domains/users/",
    );
    expect(rendered(reporter, report)).toContain(
      "  path  src/domains/pool/seats/assign.ts\n        → src/shared/index.ts\n        → src/",
    );
  });

  it("does not repeat a way that the message tells at a glance", () => {
    const data = { path: ["src/shared/index.ts", "src/users/codes.ts"] };
    const told = "pool code imports src/shared/index.ts → src/users/codes.ts";
    const report = sampleReport([findingOn(assignText, table, { data, message: told })]);
    expect(rendered(reporter, report)).not.toContain("  path  ");
    expect(rendered(reporter, report, { width: 50 })).toContain("  path  ");
  });

  it("marks the first line of a stretch of several", () => {
    const text = "call(`a\nb`);";
    const report = sampleReport([findingOn(text, "`a\nb`", { file: "a.ts" })], { "a.ts": text });
    expect(rendered(reporter, report)).toContain("  1 │ call(`a\n           ━━\n");
  });

  it("shows no code for a file as a whole", () => {
    const report = sampleReport([findingOn(assignText, "")]);
    expect(rendered(reporter, report)).not.toContain("│");
  });

  it("keeps the exempt and the known to the summary", () => {
    const report = sampleReport([
      findingOn(assignText, table, { status: "exempt" }),
      findingOn(assignText, "db", { status: "known" }),
    ]);
    const output = rendered(reporter, report);
    expect(output).toContain("✓ nothing new crosses a boundary in 214 files");
    expect(output).toContain("1 finding exempt, 1 finding known from the baseline");
    expect(output).not.toContain("assign.ts");
  });

  it("is coloured when asked", () => {
    const report = sampleReport([findingOn(assignText, table)]);
    const colors = picocolors.createColors(true);
    expect(rendered(reporter, report, { colors })).toContain(`${colors.red("━".repeat(14))}\n`);
  });
});

describe("the summary", () => {
  it("counts crossings by pairs of domains", () => {
    const report = sampleReport([
      findingOn(assignText, table),
      findingOn(assignText, "db", { severity: "warn" }),
      findingOn(assignText, "db", { from: "users", to: "billing" }),
      findingOn(assignText, "db", { from: null, to: null }),
    ]);
    const output = rendered(reporter, report);
    expect(output).toContain("3 errors and 1 warning in 1 of 214 files\n");
    expect(output).toContain("  pool → users     2\n  users → billing  1\n");
  });

  it("says what did not resolve, the most frequent first, and how to list it", () => {
    const span = { start: 0, end: 1 };
    const gone = (specifier: string, file: string) => {
      return { file, span, specifier, form: "import" } as const;
    };
    const report = sampleReport([], undefined, {
      unresolved: [gone("./b.js", "b.ts"), gone("./a.js", "b.ts"), gone("./a.js", "a.ts")],
    });
    const output = rendered(reporter, report);
    expect(output).toContain("3 imports did not resolve: `check-domain-isolation facts` lists");
    expect(output).toContain("  2 × ./a.js  first a.ts:1:1\n  1 × ./b.js  b.ts:1:1\n");
  });

  it("says what was judged without types, and why", () => {
    const at = (file: string, reason: string) => ({ file, span: { start: 0, end: 1 }, reason });
    const undecided = [
      at("a.ts", "its type is `any`"),
      at("b.ts", "there is no node_modules"),
      at("c.ts", "there is no node_modules"),
    ];
    const output = rendered(reporter, sampleReport([], undefined, { undecided }));
    expect(output).toContain("3 places judged by shape alone");
    expect(output).toContain("  2 × there is no node_modules  first b.ts:1:1\n");
  });

  it("says what could not be analysed, and shortens a long list", () => {
    const opaque = Array.from({ length: 9 }, (_, index) => ({
      file: `f${String(index)}.ts`,
      span: { start: 0, end: 1 },
      form: "dynamic-import" as const,
      reason: "the specifier is not a literal",
    }));
    const output = rendered(reporter, sampleReport([], undefined, { opaque }));
    expect(output).toContain("9 places could not be analysed");
    expect(output).toContain("  dynamic-import: the specifier is not a literal  f4.ts:1:1\n");
    expect(output).toContain("  … and 4 more\n");
    expect(output).not.toContain("f5.ts");
  });
});
