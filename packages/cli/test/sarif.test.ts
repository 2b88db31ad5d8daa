import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { reporter } from "../src/reporters/sarif.js";
import type { Report } from "../src/report.js";
import { assignText, findingOn, rendered, sampleReport } from "./sample-report.js";

const file = "src/app/(admin)/[id]/邀请 码.ts";
const span = { start: 6, end: 9 };
const chain = ["src/shared/index.ts", "src/pool/a b.ts"];
const report = sampleReport(
  [
    findingOn(assignText, '"redeem_codes"', { file, data: { path: chain } }),
    findingOn(assignText, "db", { severity: "warn", status: "exempt", help: null }),
    findingOn(assignText, "", { status: "known", why: null, to: null }),
  ],
  { [file]: assignText },
  {
    unresolved: [{ file, span, specifier: "./gone.js", form: "require" }],
    opaque: [{ file: "tsconfig.json", span, form: "tsconfig", reason: "it extends nothing" }],
  },
);

function runOf(from: Report) {
  const log = JSON.parse(rendered(reporter, from)) as Log;
  const [run] = log.runs;
  if (!run) throw new Error("no run");
  return run;
}

/** The published schema. It is written for draft 4, of which it uses nothing that draft 7 changed. */
function validator() {
  const path = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
  const text = readFileSync(createRequire(import.meta.url).resolve(path), "utf8");
  const entries = Object.entries(JSON.parse(text) as object);
  const schema = Object.fromEntries(entries.filter(([key]) => key !== "$schema" && key !== "id"));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(schema);
}

describe("sarif", () => {
  it.each([
    ["all that there can be", report],
    ["nothing", sampleReport([])],
  ])("is valid by the schema of SARIF 2.1.0: %s", (_, tried) => {
    const validate = validator();
    validate(JSON.parse(rendered(reporter, tried)));
    expect(validate.errors).toBeNull();
  });

  it("is refused by the same schema when it is wrong", () => {
    const validate = validator();
    const wrong = rendered(reporter, report).replaceAll('"startColumn":', '"startColum":');
    expect(validate(JSON.parse(wrong))).toBe(false);
  });

  it("places a result by a percent-encoded path below %SRCROOT%", () => {
    expect(runOf(report).results?.[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: {
        uri: "src/app/(admin)/%5Bid%5D/%E9%82%80%E8%AF%B7%20%E7%A0%81.ts",
        uriBaseId: "%SRCROOT%",
      },
      region: { startLine: 5, startColumn: 17, endLine: 5, endColumn: 31 },
    });
    expect(runOf(report).columnKind).toBe("utf16CodeUnits");
  });

  it("names rules that the driver describes", () => {
    const { results = [], tool } = runOf(report);
    for (const { ruleId, ruleIndex = -1 } of results) {
      expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
    }
    expect(tool.driver.rules?.[0]?.help?.markdown).toContain("`typeOnly` (`forbid`, `allow`)");
    expect(tool.driver.rules?.[1]?.defaultConfiguration?.enabled).toBe(false);
  });

  it("suppresses what is exempt or known, and says of the others that they are not", () => {
    const suppressed = runOf(report).results?.map(({ suppressions }) => suppressions?.length);
    expect(suppressed).toEqual([0, 1, 1]);
  });

  it("shows the way to what is reached as a code flow", () => {
    const flow = runOf(report).results?.[0]?.codeFlows?.[0]?.threadFlows[0]?.locations;
    expect(flow?.map(({ location }) => location?.message?.text)).toEqual([file, ...chain]);
    expect(runOf(report).results?.[1]?.codeFlows).toBeUndefined();
  });

  it("says beside the results what could not be seen", () => {
    const notes = runOf(report).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notes.map(({ message }) => message.text)).toEqual([
      'The import of "./gone.js" did not resolve.',
      "This tsconfig could not be analysed: it extends nothing.",
    ]);
  });

  it("recognizes a finding by its fingerprint", () => {
    expect(runOf(report).results?.[0]?.partialFingerprints).toEqual({
      "domainIsolation/v1": "0123456789abcdef",
    });
  });
});
