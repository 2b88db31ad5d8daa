import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = resolve(import.meta.dirname, "..");
const page = readFileSync(join(repository, "docs/adopting.md"), "utf8");
const command = join(repository, "packages/cli/bin/check-domain-isolation.js");
const project = realpathSync(mkdtempSync(join(tmpdir(), "adopting-")));

/** Comments of the example that permit nothing: an old repository has none. */
const brokenExemptions = [
  "backend/migrations/users/0006_code_overview.sql",
  "backend/src/domains/users/services/switch-service.ts",
];

const cruiser = `module.exports = {
  forbidden: [
    {
      name: "pool-knows-no-users",
      from: { path: "^backend/src/domains/pool" },
      to: { path: "^backend/src/domains/users" },
    },
  ],
};
`;

beforeAll(() => {
  cpSync(join(repository, "fixtures/gpt-invite"), project, { recursive: true });
  rmSync(join(project, "domain-isolation.config.ts"));
  writeFileSync(join(project, ".dependency-cruiser.cjs"), cruiser);
  for (const file of brokenExemptions) {
    const path = join(project, file);
    const lines = readFileSync(path, "utf8").split("\n");
    writeFileSync(
      path,
      lines.filter((line) => !line.includes("domain-isolation-allow")).join("\n"),
    );
  }
});

afterAll(() => {
  rmSync(project, { recursive: true });
});

describe("the page on adopting", () => {
  const lines = page.split("\n").filter((line) => line.startsWith("npx check-domain-isolation"));

  it.each(lines)("runs: %s", (line) => {
    const { status, stderr } = run(line);
    // The first one asks, and a test is no terminal.
    const isAsking = line.endsWith(" init");
    expect(stderr).toContain(isAsking ? "there is no terminal to ask on" : "");
    expect(status).toBe(isAsking ? 2 : 0);
  });

  it("shows the coverage of the example as it is", () => {
    const [, shown = ""] = /```text\n([\s\S]*?)```/u.exec(page) ?? [];
    expect(run("npx check-domain-isolation coverage").stdout).toContain(shown);
  });
});

function run(line: string) {
  const words = line.split(" ").slice(2);
  return spawnSync(process.execPath, [command, ...words], { cwd: project, encoding: "utf8" });
}
