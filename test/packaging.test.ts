import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = resolve(import.meta.dirname, "..");
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "packed-")));
const project = join(scratch, "project");

const files = {
  "package.json": JSON.stringify({ name: "someone", private: true, type: "module" }),
  "domain-isolation.config.ts": `
    import { defineConfig } from "check-domain-isolation";
    export default defineConfig({
      domains: { users: { files: ["src/users/**"] }, pool: { files: ["src/pool/**"] } },
    });
  `,
  "eslint.config.js": `
    import tseslint from "typescript-eslint";
    import domainIsolation from "eslint-plugin-domain-isolation";
    export default [
      { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
      domainIsolation.configs.recommended,
    ];
  `,
  "src/users/invite.ts": `import { seats } from "../pool/seats.js";\nexport const free = seats - 1;\n`,
  "src/pool/seats.ts": `export const seats = 5;\n`,
};

beforeAll(() => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  execFileSync(process.execPath, ["scripts/pack.mjs", scratch], { cwd: repository, stdio: "pipe" });
  const tarballs = readdirSync(scratch).filter((name) => name.endsWith(".tgz"));
  const packages = tarballs.map((name) => join(scratch, name));
  npm(project, "install", ...packages, "eslint@10", "typescript-eslint@8", "typescript@6.0");
});

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describe("the packed packages, installed into an empty project", () => {
  it("checks on the command line", () => {
    const { stdout, status } = run("check-domain-isolation", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [
        { ruleId: "no-cross-domain-import", file: "src/users/invite.ts", line: 1, to: "pool" },
      ],
    });
    expect(status).toBe(1);
  });

  it("lints in ESLint", () => {
    const { stdout, status } = run("eslint", "--format", "json", "src");
    expect(JSON.parse(stdout)).toMatchObject([
      { messages: [] },
      { messages: [{ ruleId: "domain-isolation/no-cross-domain-import", line: 1 }] },
    ]);
    expect(status).toBe(1);
  });

  it("gives types with which a wrong domain name is red", () => {
    writeFileSync(
      join(project, "wrong.ts"),
      `import { defineConfig } from "check-domain-isolation";
       export default defineConfig({ domains: { users: { mayUse: ["pol"] }, pool: {} } });`,
    );
    const options = ["--noEmit", "--strict", "--module", "nodenext", "wrong.ts"];
    const { stdout } = run("tsc", "--ignoreConfig", ...options);
    expect(stdout).toMatch(/wrong\.ts\(2,\d+\): error TS2820.*"pol"/u);
  });
});

function npm(cwd: string, ...args: string[]): void {
  execFileSync("npm", [...args, "--silent", "--no-audit", "--no-fund"], { cwd, stdio: "pipe" });
}

function run(command: string, ...args: string[]) {
  return spawnSync(join(project, "node_modules/.bin", command), args, {
    cwd: project,
    encoding: "utf8",
  });
}
