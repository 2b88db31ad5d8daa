import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { baselineName, loadConfig, readBaseline } from "@domain-isolation/config";
import { evaluateProject, type Finding } from "@domain-isolation/model";
import { createModuleGraph } from "@domain-isolation/module-graph";
import { scanProject } from "@domain-isolation/scanner";
import * as schemaDiff from "@domain-isolation/schema-diff";
import { afterAll, describe, expect, it } from "vitest";
import { rules } from "@domain-isolation/rules";
import { expectedFindings, pageExamples, type ExpectedFinding } from "./page-examples.js";

const folder = mkdtempSync(join(tmpdir(), "rule-pages-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the whole check says of an example when only one rule is on. */
function check(id: string, files: ReadonlyMap<string, string>) {
  const root = mkdtempSync(join(folder, "example-"));
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const { map } = loadConfig(join(root, "domain-isolation.config.json"), rules);
  const project = scanProject(createModuleGraph(root), { map, schemaDiff });
  const recorded = files.get(baselineName);
  const baseline = recorded === undefined ? null : readBaseline(recorded, join(root, baselineName));
  const evaluation = { map, rules, levels: levelsFor(id), baseline, today: "2026-11-01" };
  return evaluateProject(evaluation, project).filter(({ ruleId }) => ruleId === id);
}

/** The books are judged when the other rules have spoken. */
function levelsFor(id: string) {
  return rules[id]?.scope === "ledger"
    ? ({ [id]: "error" } as const)
    : ({ "*": "off", [id]: "error" } as const);
}

function asShown({ file, span, message, help }: Finding, text = ""): ExpectedFinding {
  return { file, underlined: text.slice(span.start, span.end), message, help };
}

describe.each(Object.keys(rules))("the page of %s", (id) => {
  const page = readFileSync(new URL(`../../rules/${id}/rule.md`, import.meta.url), "utf8");
  const examples = pageExamples(page);

  it("has both sides", () => {
    expect(new Set(examples.map(({ isWrong }) => isWrong))).toEqual(new Set([true, false]));
  });

  it.each(examples)("$title", ({ isWrong, files }) => {
    const expected = [...files].sort().flatMap(([file, text]) => expectedFindings(file, text));
    expect(expected.length > 0).toBe(isWrong);
    const found = check(id, files).map((finding) => asShown(finding, files.get(finding.file)));
    expect(found).toEqual(expected);
  });

  it("shows every message", () => {
    const shown = examples.flatMap(({ files }) => check(id, files));
    const messageIds = new Set(shown.map(({ messageId }) => messageId));
    expect([...messageIds].sort()).toEqual(Object.keys(rules[id]?.messages ?? {}).sort());
  });
});
