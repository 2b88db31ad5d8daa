import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = resolve(import.meta.dirname, "..");
const readme = readFileSync(join(repository, "README.md"), "utf8");
const command = join(repository, "packages/cli/bin/check-domain-isolation.js");
const project = realpathSync(mkdtempSync(join(tmpdir(), "readme-")));

/** What the README tells of, and the rest that makes it a project. */
const files: Readonly<Record<string, string>> = {
  ...titledBlocks(),
  "src/lib/clock.ts": "export const now = () => new Date();\n",
  "src/lib/index.ts": `export { SeatRepository } from "../domains/pool/seat-repository.js";\n`,
  "src/domains/pool/index.ts": "export interface Seat {\n  id: string;\n}\n",
  "src/domains/pool/seat-repository.ts": "export class SeatRepository {}\n",
  "src/domains/users/index.ts": "export const domain = 'users';\n",
  "src/domains/users/redeem.ts": [
    `import { now } from "../../lib/clock.js";`,
    `import { SeatRepository } from "../../lib/index.js";`,
    `export const redeem = () => [now(), new SeatRepository()];\n`,
  ].join("\n"),
  "src/domains/users/free-seats.ts": [
    `import { Pool } from "pg";`,
    "",
    "const pool = new Pool();",
    "",
    "export async function freeSeats(code: string) {",
    "  return await pool.query(",
    "    `SELECT s.id FROM seats s JOIN redeem_codes c ON c.team_id = s.team_id",
    "     WHERE c.code = $1 AND s.child_account_id IS NULL`,",
    "    [code],",
    "  );",
    "}\n",
  ].join("\n"),
};

beforeAll(() => {
  symlinkSync(join(repository, "node_modules"), join(project, "node_modules"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
});

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
function titledBlocks(): Record<string, string> {
  const blocks = readme.matchAll(/```\w+ (\S+)\n([\s\S]*?)```/gu);
  return Object.fromEntries([...blocks].map(([, file = "", text = ""]) => [file, text]));
}

function commandLines(start: string): readonly string[] {
  return readme.split("\n").filter((line) => line.startsWith(start));
}

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [command, ...args], { cwd: project, encoding: "utf8" });
}
