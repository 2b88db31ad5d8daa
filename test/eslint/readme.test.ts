import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import domainIsolation from "eslint-plugin-domain-isolation";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createProject, usersAndPool, type Project } from "./project.js";

const require = createRequire(import.meta.url);
const readme = readFileSync(
  new URL("../../packages/eslint-plugin/README.md", import.meta.url),
  "utf8",
);
const crossing = 'import { hidden } from "../pool/seats.js";\nconsole.log(hidden);\n';

let project: Project;
beforeEach(() => {
  project = createProject({ ...usersAndPool, "src/users/a.ts": crossing });
  project.installPackages();
});
afterEach(() => {
  project.dispose();
});

/** The block of code of a chapter, as it stands there. */
function example(chapter: string): string {
  const [, text = ""] = readme.split(`\n## ${chapter}\n`);
  return /```\w+\n([^]*?)```/u.exec(text)?.[1] ?? "";
}

function run(command: "eslint" | "oxlint", ...options: readonly string[]): string {
  const bin = { eslint: "bin/eslint.js", oxlint: "bin/oxlint" }[command];
  const script = join(dirname(require.resolve(`${command}/package.json`)), bin);
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...options], {
    cwd: project.root,
    encoding: "utf8",
  });
  return stdout + stderr;
}

const map = /```ts\n(\/\/ domain-isolation\.config\.ts\n[^]*?)```/u.exec(readme)?.[1] ?? "";

it("shows a map and a configuration that underline an import", () => {
  project.remove("domain-isolation.config.json");
  project.write({ "domain-isolation.config.ts": map });
  project.write({ "eslint.config.js": example("eslint.config.js") });
  expect(run("eslint", "src")).toMatch(/1:24 +error .*domain-isolation\/no-cross-domain-import/u);
});

it("shows how components are read", () => {
  project.write({
    "eslint.config.js": example("Vue, Svelte, Astro"),
    "src/users/A.vue": `<script setup lang="ts">\n${crossing}</script>\n`,
  });
  expect(run("eslint", "src/users/A.vue")).toContain("2:24");
});

it("shows a configuration of oxlint", () => {
  project.write({ ".oxlintrc.json": example("oxlint") });
  expect(run("oxlint", "src")).toContain("domain-isolation(no-cross-domain-import)");
});

it("shows how to name another map", () => {
  project.write({
    "eslint.config.js": example("Another place for the map"),
    "src/users/a.js": crossing,
  });
  expect(run("eslint", "src/users/a.js")).toContain("tools/domain-isolation.config.json:1:1");
});

it("has a section for each rule, to which the editor links", () => {
  for (const [id, rule] of Object.entries(domainIsolation.rules)) {
    expect(readme).toContain(`\n### ${id}\n\n${rule.meta?.docs?.description ?? "?"}`);
    expect(rule.meta?.docs?.url).toMatch(new RegExp(`#${id}$`, "u"));
  }
});
