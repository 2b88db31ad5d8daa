import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { rules } from "@domain-isolation/rules";
import { describe, expect, it } from "vitest";
import { checkFixture } from "./fixtures-harness/check-fixture.js";
import { compareFindings } from "./fixtures-harness/compare-findings.js";
import { compileFixture } from "./fixtures-harness/compile-fixture.js";
import { readExpectations } from "./fixtures-harness/read-expectations.js";

const folder = resolve(import.meta.dirname, "../fixtures");
const checked = readdirSync(folder)
  .filter((name) => !isAboutTheMap(name) && hasMap(join(folder, name)))
  .sort();

/** Maps with faults, which the tests of `packages/config` read. */
function isAboutTheMap(name: string): boolean {
  return name.startsWith("config-");
}

function hasMap(root: string): boolean {
  return readdirSync(root).some((name) => name.startsWith("domain-isolation.config."));
}

it("the applications are among the fixtures", () => {
  expect(checked).toEqual(expect.arrayContaining(["gpt-invite", "gpt-invite-clean"]));
});

describe.each(checked)("%s", (name) => {
  it("has exactly the findings that are written in it", () => {
    const root = join(folder, name);
    expect(compareFindings(readExpectations(root), checkFixture(root).findings)).toBe("");
  });
});

describe.each([
  { name: "gpt-invite", exitCode: 1 },
  { name: "gpt-invite-clean", exitCode: 0 },
])("$name", ({ name, exitCode }) => {
  const root = join(folder, name);

  it("compiles", () => {
    expect(compileFixture(root)).toBe("");
  });

  it("is told to be as it is, and no import of it leads nowhere", () => {
    expect(checkFixture(root)).toMatchObject({ exitCode, unresolved: [] });
  });
});

it("the clean twin expects nothing, the other one all rules that its code can break", () => {
  expect(readExpectations(join(folder, "gpt-invite-clean"))).toEqual([]);
  const shown = new Set(readExpectations(join(folder, "gpt-invite")).map(({ ruleId }) => ruleId));
  const missing = Object.keys(rules).filter((id) => !shown.has(id));
  // What does not parse would not compile.
  expect(missing).toEqual(["no-unreadable-file"]);
});
