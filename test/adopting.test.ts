import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../packages/cli/src/main.js";
import { memoryWorld } from "../packages/cli/test/memory-world.js";

const repository = resolve(import.meta.dirname, "..");
const page = readFileSync(join(repository, "docs/adopting.md"), "utf8");
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
  const said = new Map<string, string>();

  it.each(lines)("runs: %s", async (line) => {
    const world = memoryWorld(line.split(" ").slice(2), { cwd: project });
    const code = await main(world);
    // The first one asks, and a test is no terminal.
    const isAsking = line.endsWith(" init");
    expect(world.stderr.text()).toContain(isAsking ? "there is no terminal to ask on" : "");
    expect(code).toBe(isAsking ? 2 : 0);
    said.set(line, world.stdout.text());
  });

  it("shows the coverage of the example as it is", () => {
    const [, shown = ""] = /```text\n([\s\S]*?)```/u.exec(page) ?? [];
    expect(said.get("npx check-domain-isolation coverage")).toContain(shown);
  });

  it("leads to the domains that its people know, and what is theirs", () => {
    const map = readFileSync(join(project, "domain-isolation.config.ts"), "utf8");
    for (const name of ["billing", "pool", "users"]) expect(map).toContain(`    ${name}: {`);
    expect(map).toContain('"backend/src/domains/users/**"');
    expect(map).toMatch(/"mother_accounts", \/\/ created here/u);
    expect(map).toMatch(/"USERS_PORT", \/\/ read by 1 file here alone/u);
    expect(map).toContain('{ path: "backend/migrations/pool", format: "sql" }');
    expect(map).toContain('"backend/src/shared/clock.ts"');
  });

  it("freezes crossings that are there", () => {
    const baseline = readFileSync(join(project, "domain-isolation-baseline.json"), "utf8");
    expect(baseline).toContain('"no-cross-domain-import"');
  });
});
