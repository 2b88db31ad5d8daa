import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../src/main.js";
import { memoryWorld } from "./memory-world.js";
import { projectOf } from "./temporary-project.js";

const map = {
  domains: {
    users: {
      files: ["src/users/**"],
      tables: ["redeem_codes", "admin_*"],
      env: ["USERS_*"],
    },
    pool: { files: ["src/pool/**", "src/**/pool/**"], tables: ["seats"] },
  },
  shared: { files: ["src/lib/**"], env: ["NODE_ENV"] },
};

const files: Readonly<Record<string, string>> = {
  "domain-isolation.config.json": JSON.stringify(map, null, 2),
  "package.json": '{"dependencies":{"pg":"8"}}',
  "src/users/codes.ts": [
    'import { Pool } from "pg";',
    'import { gone } from "../gone.js";',
    "const pool = new Pool();",
    'export const codes = () => pool.query("SELECT * FROM redeem_codes JOIN invoices USING (id)");',
    "export const any = (sql: string) => pool.query(sql);",
    "export const key = [gone, process.env.USERS_KEY, process.env.STRAY];",
    "",
  ].join("\n"),
  "src/pool/seats.ts": "export const seats = 1;\n",
  "src/lib/clock.ts": "export const now = process.env.NODE_ENV;\n",
  "src/main.ts": 'import "./pool/seats.js";\n',
};

const project = projectOf(files);
afterAll(project.remove);

describe("coverage", () => {
  let first = { code: -1, out: "", err: "", json: "" };
  beforeAll(async () => {
    const json = join(project.root, "coverage.json");
    const run = await coverage("--format", "pretty", "--format", `json=${json}`);
    first = { ...run, json: readFileSync(json, "utf8") };
  });

  it("draws what belongs to whom, and lists what belongs to nobody", () => {
    expect(first.code).toBe(0);
    for (const line of [
      /^files {5}█+░+ +75% {2}3 of 4$/mu,
      /^tables {4}█+░+ +50% {2}1 of 2$/mu,
      /^variables █+░+ {2}66\.6% {2}2 of 3$/mu,
      /^ {2}users +1 +1 +1 +1 {2}1 of 2$/mu,
      /^1 file of nobody\n {2}src: 1 file$/mu,
      /^ {2}invoices: no domain lists it$/mu,
      /^ {2}STRAY: no entry of `env` matches it$/mu,
      /^ {2}admin_\* \(domain-isolation\.config\.json:\d+\): matches nothing$/mu,
    ]) {
      expect(first.out).toMatch(line);
    }
  });

  it("names the rules that had nothing to judge, and no other", () => {
    const { rules } = JSON.parse(first.json) as { rules: { rule: string; isIdle: boolean }[] };
    const idle = rules.filter(({ isIdle }) => isIdle).map(({ rule }) => rule);
    expect(idle).toEqual(
      expect.arrayContaining(["no-cross-domain-relation", "repository-only-access", "single-head"]),
    );
    for (const busy of ["no-cross-domain-import", "no-cross-domain-table", "no-foreign-env"]) {
      expect(idle).not.toContain(busy);
    }
    expect(idle).not.toContain("no-unreadable-file");
  });

  it("counts for each entry of the map what it keeps", () => {
    expect(JSON.parse(first.json)).toMatchObject({
      version: 1,
      patterns: expect.arrayContaining([
        expect.objectContaining({ key: "domains.pool.files[1]", matched: 1, kept: 1 }),
        expect.objectContaining({ key: "domains.users.tables[1]", matched: 0, kept: 0 }),
      ]) as unknown,
    });
  });

  it.each([
    ["50", 0, ""],
    ["70%", 1, "below the 70% that --min demands: tables 50%, variables 66.6%\n"],
    ["most", 2, '--min takes a percentage from 0 to 100, not "most"'],
  ])("holds the shares against --min %s", async (min, expected, message) => {
    const { code, err } = await coverage("--min", min);
    expect(code).toBe(expected);
    expect(err).toContain(message);
  });
});

async function coverage(...words: readonly string[]) {
  const world = memoryWorld(["coverage", ...words], { cwd: project.root });
  const code = await main(world);
  return { code, out: world.stdout.text(), err: world.stderr.text() };
}
