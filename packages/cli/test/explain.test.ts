import { describe, expect, it } from "vitest";
import { main } from "../src/main.js";
import { memoryWorld } from "./memory-world.js";
import { temporaryProject } from "./temporary-project.js";

const map = {
  domains: {
    users: {
      files: ["src/users/**"],
      tables: ["redeem_codes", "settings"],
      migrations: [{ path: "migrations/users", format: "sql" }],
      env: ["USERS_*"],
    },
    pool: {
      files: ["src/pool/**"],
      public: ["src/pool/index.ts"],
      tables: ["sea*", "seats", "settings"],
      env: ["POOL_URL", "POOL_*"],
    },
  },
  exemptions: [
    {
      rule: "no-foreign-env",
      file: "src/users/late.ts",
      reason: "moves with the seats",
      until: "2026-12-31",
    },
    {
      rule: "no-foreign-env",
      file: "src/users/old.ts",
      reason: "was to move",
      until: "2026-10-31",
    },
  ],
};

const reading = (table: string) =>
  `import { Pool } from "pg";\nconst db = new Pool();\nexport const all = () => db.query("SELECT id FROM ${table}");\n`;

const files = {
  "domain-isolation.config.json": JSON.stringify(map, null, 2),
  "migrations/users/0001_codes.sql":
    "CREATE TABLE redeem_codes (id int);\nCREATE TABLE orphans (id int);\n",
  "src/pool/index.ts": "export const pool = process.env.POOL_URL;\n",
  "src/pool/seats.ts": `${reading("seats")}export const seat = 1;\n`,
  "src/users/free.ts": reading("seats"),
  "src/users/orphans.ts": reading("orphans"),
  "src/users/settings.ts": reading("settings"),
  "src/users/env.ts": "export const url = process.env.POOL_URL;\n",
  "src/users/late.ts": "export const url = process.env.POOL_URL;\n",
  "src/users/old.ts": "export const url = process.env.POOL_URL;\n",
  "src/users/import.ts": 'export { seat } from "../pool/seats.js";\n',
  "src/jobs/settings.ts": reading("settings"),
};

describe("explain table", () => {
  it("says whose it is and why, what lost, who uses it, and what would be legal", async () => {
    const { out, code } = await explain("table", "seats");
    expect(out).toMatch(
      /^table seats\n\n {2}domain {2}pool\n {2}why .*domains\.pool\.tables\[1\]/u,
    );
    expect(out).toMatch(/lost {4}`sea\*` → pool .*: less specific/u);
    expect(out).toContain("    users  1 file, reads once\n      src/users/free.ts:3  reads once\n");
    expect(out).toMatch(
      /error {3}no-cross-domain-table {2}src\/users\/free\.ts:3:\d+ {2}[0-9a-f]{16}/u,
    );
    expect(out).toContain("legal\n    ask pool for it: have pool export what is needed");
    expect(out).toContain('mayTouch: { reads: ["pool"] }` (domains.users, ');
    expect(code).toBe(0);
  });

  it("names the migrations that make it", async () => {
    const { out } = await explain("redeem_codes");
    expect(out).toContain("migrations/users/0001_codes.sql:1  creates once");
  });

  it("gives one that nobody owns to who makes it", async () => {
    const { out } = await explain("orphans");
    expect(out).toContain("domain  none: no entry of the map claims it");
    expect(out).toContain("name `orphans` in `domains.users.tables`");
  });

  it("says of one that two domains have, who sees whose", async () => {
    const { out } = await explain("settings");
    expect(out).toMatch(/users, seen from users\n {2}why .*domains\.users/u);
    expect(out).toMatch(/can't tell which, seen from code of no domain\n(?: {2}why .*\n){2}/u);
  });
});

describe("explain env", () => {
  it("says whose it is, what lost, and who reads it", async () => {
    const { out } = await explain("env", "POOL_URL");
    expect(out).toMatch(
      /^environment variable POOL_URL\n\n {2}domain {2}pool\n {2}why .*env\[0\]/u,
    );
    expect(out).toMatch(/lost {4}`POOL_\*` → pool .*: less specific/u);
    expect(out).toContain("    users  3 files, reads 3 times\n");
    expect(out).toMatch(/exempt {2}no-foreign-env {2}src\/users\/late\.ts:1/u);
    expect(out).toContain("let pool read it");
  });
});

describe("explain a finding", () => {
  it.each([
    [
      "no-foreign-env",
      "src/users/env.ts",
      "new",
      /exempt {3}no: no exemption .*\n.*known {4}no: the baseline does/u,
    ],
    [
      "no-foreign-env",
      "src/users/late.ts",
      "exempt",
      /exempt {3}yes, by domain-isolation\.config\.json:\d+, until 2026-12-31: moves/u,
    ],
    [
      "no-foreign-env",
      "src/users/old.ts",
      "new",
      /exempt {3}no: it has ended, by .* until 2026-10-31/u,
    ],
    [
      "no-cross-domain-import",
      "src/users/import.ts",
      "known",
      /known {4}yes: the baseline records it in/u,
    ],
  ])("%s in %s is %s", async (rule, file, status, how) => {
    const root = temporaryProject(files);
    await run(root, ["--rule", "no-foreign-env=off", "--update-baseline", "--allow-growth"]);
    const fingerprint = await fingerprintOf(root, rule, file);
    const { out } = await explainIn(root, "finding", fingerprint.slice(0, 8));
    expect(out).toContain(`  error  ${rule}\n`);
    expect(out).toMatch(how);
    expect(out).toContain(`so it is ${status}\n`);
    expect(out).toContain(fingerprint);
  });

  it("writes a comment as the language of the file has them", async () => {
    const { out } = await explain("src/users/free.ts:3");
    expect(out).toContain("`// domain-isolation-allow no-cross-domain-table -- reason (until ");
  });
});

describe("explain a line without an import", () => {
  it("tells the tables on it, and what was found", async () => {
    const { out } = await explain("src/users/free.ts:3");
    expect(out).toMatch(/^src\/users\/free\.ts:3 {2}pg {2}reads table seats {2}`seats` → pool/u);
    expect(out).toContain("so it is new\n");
  });
});

describe("explain a file", () => {
  it("tells who imports it, and what it does beside", async () => {
    const { out } = await explain("src/pool/seats.ts");
    expect(out).toContain("who imports it\n    users  1 file, imports it once\n");
    expect(out).toContain("reads seats once");
  });

  it("reads migrations too", async () => {
    const { out } = await explain("migrations/users/0001_codes.sql");
    expect(out).toContain("creates orphans once, creates redeem_codes once");
  });
});

describe("what is meant", () => {
  it("is a file rather than a table", async () => {
    const { out } = await explainIn(temporaryProject({ ...files, seats: "" }), "seats");
    expect(out).toBe(
      "seats is not read: it is no source file, schema or migration that the map names\n",
    );
  });

  it("is asked where a table and a variable have one name", async () => {
    const read = "export const seats = process.env.seats;\n";
    const root = temporaryProject({ ...files, "src/pool/read.ts": read });
    const { error, code } = await explainIn(root, "seats");
    expect(error).toContain("several things; write `explain table seats` or `explain env seats`");
    expect(code).toBe(2);
    expect((await explainIn(root, "env", "seats")).out).toContain("environment variable seats");
  });

  it.each([
    [["table", "seets"], 'names a table `seets`; did you mean "seats"?'],
    [["env", "POOL_URI"], 'names a variable `POOL_URI`; did you mean "POOL_URL"?'],
    [["finding", "0123456789abcdef"], "no finding has the fingerprint `0123456789abcdef`"],
    [["redem_codes"], 'of that name; did you mean "redeem_codes"?'],
  ])("%j is not there", async (words, message) => {
    const { error, code } = await explain(...words);
    expect(error).toContain(message);
    expect(code).toBe(2);
  });
});

async function explain(...words: readonly string[]) {
  return explainIn(temporaryProject(files), ...words);
}

async function explainIn(root: string, ...words: readonly string[]) {
  return run(root, ["explain", ...words]);
}

async function run(root: string, words: readonly string[]) {
  const world = memoryWorld(words, { cwd: root });
  const code = await main(world);
  return { out: world.stdout.text(), error: world.stderr.text(), code };
}

async function fingerprintOf(root: string, rule: string, file: string): Promise<string> {
  const { out } = await run(root, ["--format", "jsonl", "--no-cache"]);
  const line = out
    .split("\n")
    .find((one) => one.includes(`"${rule}"`) && one.includes(`"${file}"`));
  return /"fingerprint":"(\w+)"/u.exec(line ?? "")?.[1] ?? "none";
}
