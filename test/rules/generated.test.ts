import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { registry } from "../../scripts/generate/registry.js";
import { ruleIds } from "../../scripts/generate/load-rules.js";
import { rulePage } from "../../scripts/generate/rule-page.js";
import { replaceSection } from "../../scripts/generate/section.js";
import { rules } from "@domain-isolation/rules";

const root = fileURLToPath(new URL("../..", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "generated-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function generate(cwd: string, ...options: string[]) {
  const jiti = fileURLToPath(import.meta.resolve("jiti")).replace(/jiti\.mjs$/u, "jiti-cli.mjs");
  const run = [jiti, join(root, "scripts/generate/generate.ts"), ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, run, { cwd, encoding: "utf8" });
  return { status, said: (stdout + stderr).trim().split("\n") };
}

/** All that the generator reads and writes. */
function copyOfRepository(): string {
  const adapters = "packages/source-facts/src/data/adapters";
  for (const path of ["README.md", "packages/config/schema", adapters, "rules"]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  cpSync(join(root, ".prettierrc.json"), join(folder, ".prettierrc.json"));
  return folder;
}

describe("what is generated from the rules", () => {
  it("is up to date", () => {
    expect(generate(root, "--check")).toEqual({ status: 0, said: [""] });
  });

  it("is named where it differs, and put right", () => {
    const copy = copyOfRepository();
    const page = join(copy, "rules/no-domain-cycle/rule.md");
    rmSync(join(copy, "rules/no-unassigned-file"), { recursive: true });
    writeFileSync(page, readFileSync(page, "utf8").replace("generated:head", "lost"));
    const lost =
      "rules/no-domain-cycle/rule.md has no section <!-- generated:head --> … <!-- /generated:head -->";
    const changed = [
      "rules/index.ts",
      "README.md",
      "packages/config/schema/domain-isolation.schema.json",
    ];

    expect(generate(copy, "--check")).toEqual({
      status: 1,
      said: [...changed.map((file) => `${file} differs: run npm run generate`), lost],
    });
    expect(generate(copy)).toEqual({
      status: 1,
      said: [...changed.map((file) => `${file} written`), lost],
    });
    expect(generate(copy, "--check")).toEqual({ status: 1, said: [lost] });
  });

  it("has every folder in the registry", () => {
    expect(Object.keys(rules)).toEqual(ruleIds(root));
    expect(registry(["no-new-thing"])).toContain(
      'import noNewThing from "./no-new-thing/rule.js";',
    );
  });

  it("leaves what a person wrote as it is", () => {
    const page = "before\n<!-- generated:x -->\nold\n<!-- /generated:x -->\nafter";
    expect(replaceSection("page.md", page, "x", "new")).toBe(
      "before\n<!-- generated:x -->\n\nnew\n\n<!-- /generated:x -->\nafter",
    );
  });

  it.each(["", "<!-- generated:head -->", "<!-- /generated:head --><!-- generated:head -->"])(
    "says where a section is missing: %j",
    (page) => {
      const [rule] = Object.values(rules);
      const write = () => (rule ? rulePage("rules/x/rule.md", page, { id: "x", rule }) : "");
      expect(write).toThrow(
        "rules/x/rule.md has no section <!-- generated:head --> … <!-- /generated:head -->",
      );
    },
  );
});
