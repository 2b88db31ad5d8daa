import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject, usersAndPool } from "./project.js";

const require = createRequire(import.meta.url);
const crossing = 'import { hidden } from "../pool/seats.js";';
const project = createProject({
  ...usersAndPool,
  "src/users/a.ts": `${crossing}\nexport const typed: number = hidden;\n`,
  "src/users/b.ts": `${crossing}\nexport default hidden;\n`,
});
beforeAll(() => {
  project.installPackages();
});
afterAll(() => {
  project.dispose();
});

/** What one says on the command line, with its exit code. */
function run(script: string, ...options: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...options], {
    cwd: project.root,
    encoding: "utf8",
  });
  return { output: stdout + stderr, status };
}

const config = (load: string, give: string) =>
  `${load}\n${give} [{ files: ["**/*.ts"], languageOptions: { parser } }, domainIsolation.configs.recommended];\n`;

const configFiles = {
  "eslint.config.mjs": config(
    'import parser from "@typescript-eslint/parser";\n' +
      'import domainIsolation from "eslint-plugin-domain-isolation";',
    "export default",
  ),
  "eslint.config.cjs": config(
    'const parser = require("@typescript-eslint/parser");\n' +
      'const domainIsolation = require("eslint-plugin-domain-isolation");',
    "module.exports =",
  ),
  "eslint.config.ts": config(
    'import parser from "@typescript-eslint/parser";\n' +
      'import domainIsolation from "eslint-plugin-domain-isolation";',
    "export default",
  ),
};

describe.each(["eslint", "eslint-9"])("%s as a command", (name) => {
  const script = join(dirname(require.resolve(`${name}/package.json`)), "bin/eslint.js");

  it.each(Object.entries(configFiles))("reads %s", (file, text) => {
    project.write({ [file]: text });
    const { output, status } = run(script, "--config", file, "src");
    project.remove(file);
    expect(output).toMatch(/1:24 +error .*domain-isolation\/no-cross-domain-import/u);
    expect(output).toContain("2 problems");
    expect(status).toBe(1);
  });

  it("tells a broken map once, not in every file", () => {
    project.write({ "broken/domain-isolation.config.json": '{ "domains": [] }' });
    project.write({ "broken/a.ts": "", "broken/b.ts": "", "broken/c.ts": "" });
    project.write({ "eslint.config.mjs": configFiles["eslint.config.mjs"] });
    const { output } = run(script, "broken");
    project.remove("eslint.config.mjs", "broken");
    expect(output).toContain("domain-isolation.config.json:1:");
    expect(output).toContain("1 problem");
  });
});

describe("oxlint", () => {
  const script = join(dirname(require.resolve("oxlint/package.json")), "bin/oxlint");
  const byPath = require.resolve("eslint-plugin-domain-isolation");

  it.each(["eslint-plugin-domain-isolation", byPath])("takes %s as a plugin", (specifier) => {
    const config = {
      jsPlugins: [specifier],
      rules: { "domain-isolation/no-cross-domain-import": "error" },
    };
    project.write({ ".oxlintrc.json": JSON.stringify(config) });
    const { output, status } = run(script, "--format", "unix", "src");
    const lines = output.split("\n").filter((line) => line.includes("domain-isolation("));
    expect(lines.map((line) => line.slice(0, line.indexOf(" "))).sort()).toEqual([
      "src/users/a.ts:1:24:",
      "src/users/b.ts:1:24:",
    ]);
    expect(status).toBe(1);
  });

  it("has the scripts of a component read, with the places of the file", () => {
    project.write({
      "src/users/C.vue": `<p>邀请码</p>\n<script setup lang="ts">\n${crossing}\n</script>\n`,
    });
    const { output } = run(script, "--format", "unix", "src/users/C.vue");
    expect(output).toContain("src/users/C.vue:3:24:");
  });
});
