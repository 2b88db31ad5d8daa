import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { ESLint } from "eslint";
import { afterAll, describe, expect, it } from "vitest";
import { createExample } from "./pages/example-project.js";
import { blocksOf } from "./pages/page.js";

const repository = resolve(import.meta.dirname, "..");
const readme = readFileSync(join(repository, "README.md"), "utf8");
const command = join(repository, "packages/cli/bin/check-domain-isolation.js");
const project = createExample(titledBlocks());

afterAll(() => {
  rmSync(project, { recursive: true });
});

describe("the README", () => {
  it("shows findings as they really look", () => {
    const { stdout, status } = run("--no-color");
    const shown = [...readme.matchAll(/```text\n([\s\S]*?)```/gu)];
    expect(shown).toHaveLength(2);
    for (const [, finding = ""] of shown) expect(stdout).toContain(finding.trimEnd());
    expect(status).toBe(1);
  });

  it.each(commandLines("npx check-domain-isolation"))("runs: %s", (line) => {
    const { stderr, status } = run(...line.split(" ").slice(2));
    expect(stderr).toBe("");
    expect(status).toBe(line.includes("explain") ? 0 : 1);
  });

  it.each(["github", "sarif=report.sarif", "json"])("has the format %s", (format) => {
    expect(readme).toContain(`--format ${format}`);
    expect(run("--format", format).status).toBe(1);
  });

  it("configures ESLint to underline the same place", async () => {
    const eslint = new ESLint({ cwd: project });
    const [result] = await eslint.lintFiles(["src/domains/users/redeem.ts"]);
    expect(result?.messages).toMatchObject([
      { ruleId: "domain-isolation/no-cross-domain-import", line: 2, column: 32 },
    ]);
  });

  it("names scripts that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm run ([\w:]+)/gu)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });

  it("demonstrates the main job", () => {
    const script = join(repository, "scripts/demo.mjs");
    const { stdout, status } = spawnSync(process.execPath, [script], {
      cwd: repository,
      encoding: "utf8",
    });
    expect(stdout).toContain("no-cross-domain-import");
    expect(status).toBe(0);
  });
});

/** Code blocks that carry the name of a file. */
function titledBlocks(): Readonly<Record<string, string>> {
  const titled = blocksOf(readme).filter(({ title }) => title !== "");
  return Object.fromEntries(titled.map(({ title, text }) => [title, text]));
}

function commandLines(start: string): readonly string[] {
  return readme.split("\n").filter((line) => line.startsWith(start));
}

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [command, ...args], { cwd: project, encoding: "utf8" });
}
