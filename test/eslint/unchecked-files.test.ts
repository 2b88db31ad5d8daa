import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import domainIsolation from "eslint-plugin-domain-isolation";
import { afterAll, describe, expect, it } from "vitest";
import { lintText } from "./lint.js";
import { createProject, usersAndPool } from "./project.js";

const crossing = 'import { hidden } from "../pool/seats.js";\nconsole.log(hidden);\n';
const project = createProject(usersAndPool);
afterAll(() => {
  project.dispose();
});

async function rulesOf(file: string, text: string, ...configs: readonly Linter.Config[]) {
  const messages = await lintText(project.root, file, text, ...configs);
  return messages.map((message) => message.ruleId);
}

it("says something of the file that the others are compared with", async () => {
  expect(await rulesOf("src/users/new.ts", crossing)).toEqual([
    "domain-isolation/no-cross-domain-import",
  ]);
});

describe("says nothing of", () => {
  it("text without a name", () => {
    const messages = new Linter().verify(crossing, [domainIsolation.configs.strict]);
    expect(messages).toEqual([]);
  });

  it("code that a processor cuts out of a page", async () => {
    const config: Linter.Config = {
      files: ["**/*.md"],
      processor: {
        preprocess: (text) => [{ text, filename: "0.ts" }],
        postprocess: (lists) => lists.flat(),
      },
    };
    expect(await rulesOf("src/users/guide.md", crossing, config)).toEqual([]);
  });

  it("a file outside the root of the chosen map", async () => {
    const outside = mkdtempSync(join(tmpdir(), "outside-"));
    const settings = {
      "domain-isolation": { config: project.path("domain-isolation.config.json") },
    };
    const messages = await lintText(outside, "src/users/a.ts", crossing, { settings });
    expect(messages).toEqual([]);
  });

  it("a file that the map ignores", async () => {
    const domains = { users: { files: ["src/users/**"] }, pool: { files: ["src/pool/**"] } };
    const map = { domains, ignore: ["src/users/old/**"] };
    project.write({ "ignoring.json": JSON.stringify(map) });
    const settings = { "domain-isolation": { config: "ignoring.json" } };
    const text = crossing.replace("../", "../../");
    expect(await rulesOf("src/users/old/a.ts", text, { settings })).toEqual([]);
    expect(await rulesOf("src/users/new/a.ts", text, { settings })).toHaveLength(1);
  });

  it("a file in another language", async () => {
    const json: Linter.Config = {
      files: ["**/*.json"],
      languageOptions: { parser: { parse: jsonProgram } },
    };
    expect(await rulesOf("src/users/a.json", "{}", json)).toEqual([]);
  });
});

/** As jsonc-eslint-parser does: its root is called `Program`, too. */
function jsonProgram(text: string) {
  const range: [number, number] = [0, text.length];
  const loc = { start: { line: 1, column: 0 }, end: { line: 1, column: text.length } };
  const tree = { type: "Program" as const, sourceType: "module" as const, body: [], range, loc };
  return { ...tree, tokens: [], comments: [] };
}
