import { describe, expect, it } from "vitest";
import { reporter } from "../src/reporters/github.js";
import { assignFile, assignText, findingOn, rendered, sampleReport } from "./sample-report.js";

const bare = { message: "m", why: null, help: null };

describe("github", () => {
  it("annotates a place with what is wrong, why, and what to do", () => {
    const report = sampleReport([findingOn(assignText, '"redeem_codes"')]);
    expect(rendered(reporter, report)).toBe(
      `::error file=${assignFile},line=5,endLine=5,col=17,endColumn=31,` +
        "title=no-cross-domain-import::pool code reads `redeem_codes`, which users owns%0A" +
        "why: tables.redeem_codes → users (domain-isolation.config.ts:14)%0Ahelp: ask users for it\n",
    );
  });

  it("escapes what would end a property or a message", () => {
    const file = "src/a:b,c%.ts";
    const message = "100%: a,b\r\nsecond";
    const found = findingOn("x", "x", { ...bare, file, message, severity: "warn" });
    const output = rendered(reporter, sampleReport([found], { [file]: "x" }));
    expect(output).toContain("::warning file=src/a%3Ab%2Cc%25.ts,line=1,");
    expect(output).toMatch(/::100%25: a,b%0D%0Asecond\n$/u);
  });

  it("names no column where first and last line differ: GitHub refuses it", () => {
    const found = findingOn("a\nb", "a\nb", { ...bare, file: "a.ts" });
    expect(rendered(reporter, sampleReport([found], { "a.ts": "a\nb" }))).toBe(
      "::error file=a.ts,line=1,endLine=2,title=no-cross-domain-import::m\n",
    );
  });

  it("keeps still about what is exempt or known", () => {
    const exempt = findingOn(assignText, "db", { status: "exempt" });
    expect(rendered(reporter, sampleReport([exempt, { ...exempt, status: "known" }]))).toBe("");
  });

  it("names files from the root of the checkout", () => {
    const report = sampleReport([findingOn(assignText, "db")], undefined, {
      checkoutPrefix: "apps/web/",
    });
    expect(rendered(reporter, report)).toContain(`file=apps/web/${assignFile},`);
  });
});
