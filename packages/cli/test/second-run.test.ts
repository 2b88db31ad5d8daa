import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { main } from "../src/main.js";
import { reachVerdict } from "../src/reach-verdict.js";
import type { World } from "../src/world.js";
import { memoryWorld } from "./memory-world.js";
import { temporaryProject } from "./temporary-project.js";

vi.mock(import("../src/reach-verdict.js"), { spy: true });

const application: Readonly<Record<string, string>> = {
  ".gitignore": "ignored/\n",
  "package.json": JSON.stringify({
    type: "module",
    workspaces: ["packages/*"],
    dependencies: { pg: "*", typeorm: "*", "@prisma/client": "*", installed: "*" },
  }),
  "pnpm-workspace.yaml": 'packages: ["packages/*"]\n',
  "tsconfig.json": '{ "extends": "./tsconfig.base.json" }',
  "tsconfig.base.json": '{ "compilerOptions": { "paths": { "@lib/*": ["./src/shared/*"] } } }',
  "domain-isolation.config.ts": [
    'import { defineConfig } from "check-domain-isolation";',
    'import { poolTables } from "./tables.js";',
    "export default defineConfig({",
    "  domains: {",
    '    users: { files: ["src/users/**"], public: ["src/users/index.ts"], tables: ["codes"] },',
    '    pool: { files: ["src/pool/**", "db/**"], tables: poolTables, migrations: [{ path: "db/*.sql", format: "sql" }] },',
    "  },",
    '  shared: { files: ["src/shared/**", "packages/**", "**"] },',
    "});",
  ].join("\n"),
  "tables.ts": 'export const poolTables = ["seats"];\n',
  "db/0001.sql": "CREATE TABLE seats (id int PRIMARY KEY);\n",
  "schema.prisma": 'model Seat {\n  id Int @id\n  @@map("seats")\n}\n',
  "packages/kit/package.json": '{ "name": "kit", "exports": { "./x": "./src/x.ts" } }',
  "packages/kit/src/x.ts": "export const x = 1;\n",
  "packages/kit/src/y.ts": 'export { takeSeat as x } from "../../../src/pool/seats.js";\n',
  "src/pool/seats.ts": "export const takeSeat = () => 1;\n",
  "src/shared/clock.ts": "export const clock = () => 0;\n",
  "src/shared/index.ts":
    'export { clock as tick } from "./clock.js";\nexport { Code } from "./code.js";\n',
  "src/shared/code.ts":
    'import { Entity } from "typeorm";\n@Entity("codes")\nexport class Code {}\n',
  "src/shared/send.ts": [
    'import { Pool } from "pg";',
    "const db = new Pool();",
    "export const send = (text: string) => db.query(text);",
    "",
  ].join("\n"),
  "src/users/quiet.ts": 'import "../pool/seats.js";\n',
  "src/users/index.ts": "export const users = 1;\n",
  "src/users/redeem.ts": [
    'import { clock } from "@lib/clock";',
    'import { tick } from "../shared/index.js";',
    'import { x } from "kit/x";',
    'import { gone } from "./later.js";',
    'import { far } from "installed";',
    'import { own } from "../../linked/own.js";',
    'import { built } from "../../ignored/built.js";',
    "export const redeem = () => [clock, tick, x, gone, far, own, built];",
    "",
  ].join("\n"),
  "src/users/codes.ts": [
    'import { getRepository } from "typeorm";',
    'import { PrismaClient } from "@prisma/client";',
    'import { Code } from "../shared/index.js";',
    'import { send } from "../shared/send.js";',
    "const prisma = new PrismaClient();",
    "export const codes = () => getRepository(Code).find();",
    "export const seats = () => prisma.seat.findMany();",
    'export const sent = () => send("SELECT 1 FROM codes");',
    "",
  ].join("\n"),
};

type Change = (root: string) => unknown;

function write(file: string, text: string): Change {
  return (root) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
}

function replace(file: string, from: string, to: string): Change {
  return (root) => {
    const text = readFileSync(join(root, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(root, file), text.replaceAll(from, to));
  };
}

const rename =
  (from: string, to: string): Change =>
  (root) => {
    renameSync(join(root, from), join(root, to));
  };

const remove =
  (file: string): Change =>
  (root) => {
    rmSync(join(root, file), { recursive: true });
  };

/** Another text of the same length, and the time of the one before. */
function disguised(file: string, from: string, to: string): Change {
  return (root) => {
    const { atime, mtime, size } = statSync(join(root, file));
    replace(file, from, to)(root);
    utimesSync(join(root, file), atime, mtime);
    expect(statSync(join(root, file)).size).toBe(size);
  };
}

/** In this order, each on top of those before; every one of them makes a difference. */
const changes: Readonly<Record<string, Change>> = {
  "another content": replace(
    "src/users/index.ts",
    "users = 1",
    'users = import("../pool/seats.js")',
  ),
  "a file more, which was missing": write(
    "src/users/later.ts",
    'export { takeSeat as gone } from "../pool/seats.js";\n',
  ),
  "a file with another name": rename("src/users/later.ts", "src/users/other.ts"),
  "a file fewer": remove("src/users/other.ts"),
  "other exports of a package": replace("packages/kit/package.json", "x.ts", "y.ts"),
  "other paths of a tsconfig that is extended": replace("tsconfig.base.json", "shared", "pool"),
  "paths of the tsconfig itself": write(
    "tsconfig.json",
    '{ "extends": "installed/tsconfig.json", "compilerOptions": { "paths": { "@lib/clock": ["./src/pool/seats.ts"] } } }',
  ),
  "a folder that a workspace no longer has": (root) => {
    replace("pnpm-workspace.yaml", "packages/*", "apps/*")(root);
    replace("package.json", "packages/*", "apps/*")(root);
  },
  "a package that is installed": (root) => {
    write("node_modules/installed/package.json", "{}")(root);
    write("node_modules/installed/tsconfig.json", "{}")(root);
  },
  "a file that git ignores": write("ignored/built.ts", ""),
  "another .gitignore": replace(".gitignore", "ignored/", ""),
  "a link to a folder": (root) => {
    write("src/pool/own/own.ts", "")(root);
    symlinkSync("src/pool/own", join(root, "linked"));
  },
  "a link that leads elsewhere": (root) => {
    write("src/shared/own/own.ts", "")(root);
    remove("linked")(root);
    symlinkSync("src/shared/own", join(root, "linked"));
  },
  "a barrel that gives away something else": replace(
    "src/shared/index.ts",
    'clock as tick } from "./clock.js"',
    'takeSeat as tick } from "../pool/seats.js"',
  ),
  "an entity two imports away": replace("src/shared/code.ts", '"codes"', '"seats"'),
  "a schema of Prisma": replace("schema.prisma", '"seats"', '"codes"'),
  "what a wrapper is called with": replace("src/users/codes.ts", "FROM codes", "FROM seats"),
  "a file whose name has another case": rename("src/shared/send.ts", "src/shared/Send.ts"),
  "a migration": replace("db/0001.sql", "PRIMARY KEY", "PRIMARY KEY REFERENCES codes (id)"),
  "a migration more": write("db/0002.sql", "ALTER TABLE codes ADD COLUMN x int;\n"),
  "the map": replace("domain-isolation.config.ts", 'tables: ["codes"]', "tables: []"),
  "what the map imports": replace("tables.ts", '"seats"', '"seats", "benches"'),
  "a baseline": (root) => run(root, ["--update-baseline"]),
  "the same size at the same time": disguised("src/users/quiet.ts", "seats", "xeats"),
};

/** Files whose stamps are too young tell nothing by them: that is how they all are in a test. */
async function run(root: string, words: readonly string[], rest: Partial<World> = {}) {
  const world = memoryWorld(["--format", "json", ...words], { cwd: root, ...rest });
  const code = await main(world);
  return { code, out: world.stdout.text(), err: world.stderr.text() };
}

const cached = (root: string, words: readonly string[] = [], rest: Partial<World> = {}) =>
  run(root, ["--cache", "../cache", ...words], rest);
const uncached = (root: string, words: readonly string[] = [], rest: Partial<World> = {}) =>
  run(root, ["--no-cache", ...words], rest);

function project(files: Readonly<Record<string, string>> = application): string {
  const folder = temporaryProject(
    Object.fromEntries(Object.entries(files).map(([file, text]) => [`project/${file}`, text])),
  );
  const root = join(folder, "project");
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  return root;
}

/** How often everything was worked out. */
const workedOut = () => vi.mocked(reachVerdict).mock.calls.length;

const answersIn = (root: string) =>
  readdirSync(join(root, "../cache"))
    .filter((name) => name.endsWith(".answer"))
    .map((name) => join(root, "../cache", name));

describe("a second run", () => {
  it("is told what the first found out", async () => {
    const root = project();
    const first = await cached(root);
    const before = workedOut();
    expect(await cached(root)).toEqual(first);
    expect(workedOut()).toBe(before);
    expect(first).toEqual(await uncached(root));
    expect(first.err).toBe("");
  });

  it("sees every change that there can be", async () => {
    const root = project();
    // Only stamps that are older than two seconds are trusted, and are to be seen through.
    await new Promise((done) => setTimeout(done, 2100));
    let before = await cached(root);
    const unseen: string[] = [];
    for (const [name, change] of Object.entries(changes)) {
      await change(root);
      const now = await cached(root);
      expect({ name, ...now }).toEqual({ name, ...(await uncached(root)) });
      if (now.out === before.out) unseen.push(name);
      before = now;
    }
    expect(unseen).toEqual([]);
  });

  it("sees what the types of a package rest on", async () => {
    const root = project({
      "package.json": '{ "dependencies": { "pg": "*" } }',
      "tsconfig.json": '{ "compilerOptions": { "strict": true, "module": "NodeNext" } }',
      "domain-isolation.config.json": JSON.stringify({
        domains: { users: { files: ["src/**"] }, pool: { files: ["pool/**"], tables: ["seats"] } },
      }),
      "pool/pool.ts": "",
      "node_modules/pg/package.json": '{ "types": "pg.d.ts" }',
      "node_modules/pg/pg.d.ts": 'export { Pool } from "./pool";\n',
      "node_modules/pg/pool.d.ts": "export class Pool { query(text: string): Promise<unknown>; }\n",
      "src/users.ts": [
        'import { Pool } from "pg";',
        "const pools = new Map<string, Pool>();",
        'export const read = (id: string) => pools.get(id)?.query("SELECT 1 FROM seats");',
      ].join("\n"),
    });
    const first = await cached(root);
    expect(first.out).toContain("no-cross-domain-table");
    const before = workedOut();
    expect(await cached(root)).toEqual(first);
    expect(workedOut()).toBe(before);
    write("node_modules/pg/pg.d.ts", "export const Pool: any;\n")(root);
    const then = await cached(root);
    expect(then.out).not.toBe(first.out);
    expect(then).toEqual(await uncached(root));
  });

  it("says whatever happens what a first one would", async () => {
    const names = ["a", "b", "c"];
    const file = fc
      .constantFrom("src/users", "src/pool", "lib")
      .chain((folder) => fc.constantFrom(...names).map((name) => `${folder}/${name}.ts`));
    const text = fc
      .array(file, { maxLength: 2 })
      .map((targets) => targets.map((target) => `export * from "../../${target}";\n`).join(""));
    const edit = fc.record({ file, text: fc.option(text) });
    const map = {
      domains: { users: { files: ["src/users/**"] }, pool: { files: ["src/pool/**"] } },
      shared: { files: ["lib/**"] },
    };
    const start = Object.fromEntries(
      ["src/users", "src/pool", "lib"].map((folder) => [`${folder}/index.ts`, ""]),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 5 }), async (edits) => {
        const root = project({ ...start, "domain-isolation.config.json": JSON.stringify(map) });
        for (const { file: path, text: content } of edits) {
          await cached(root, ["--types", "off"]);
          if (content === null) rmSync(join(root, path), { force: true });
          else write(path, content)(root);
          const now = await cached(root, ["--types", "off"]);
          expect(now).toEqual(await uncached(root, ["--types", "off"]));
        }
      }),
      { numRuns: 5 },
    );
  });

  it("is asked the same, or is told nothing", async () => {
    const root = project();
    const rests = [{}, { today: "2027-01-01" }];
    const asked = [[], ["--rule", "*=warn"], ["--types", "off"], ["--history"], ["--no-baseline"]];
    for (const rest of rests) {
      for (const words of asked) {
        const before = workedOut();
        const first = await cached(root, words, rest);
        expect({ words, runs: workedOut() - before }).toEqual({ words, runs: 1 });
        expect(await cached(root, words, rest)).toEqual(first);
        expect({ words, runs: workedOut() - before }).toEqual({ words, runs: 1 });
      }
    }
  });

  it("serves every format, selection and place", async () => {
    const root = project();
    await cached(root);
    const before = workedOut();
    const sarif = await cached(root, ["--format", "sarif", "--format", "pretty", "--quiet"]);
    const selected = await cached(root, ["src/users"]);
    const elsewhere = join(root, "../elsewhere");
    renameSync(root, elsewhere);
    const moved = await cached(elsewhere);
    expect(workedOut()).toBe(before);
    expect(sarif).toEqual(
      await uncached(elsewhere, ["--format", "sarif", "--format", "pretty", "--quiet"]),
    );
    expect(selected).toEqual(await uncached(elsewhere, ["src/users"]));
    expect(moved).toEqual(await uncached(elsewhere));
  });

  it("is told the same by other stamps, as on another machine", async () => {
    const root = project();
    const first = await cached(root);
    for (const file of Object.keys(application)) {
      utimesSync(join(root, file), new Date(), new Date());
    }
    const before = workedOut();
    expect(await cached(root)).toEqual(first);
    expect(workedOut()).toBe(before);
  });

  it.each<[string, (file: string) => void]>([
    [
      "cut short",
      (file) => {
        truncateSync(file, statSync(file).size - 10);
      },
    ],
    [
      "empty",
      (file) => {
        truncateSync(file);
      },
    ],
    [
      "longer than it was",
      (file) => {
        appendFileSync(file, "x");
      },
    ],
    [
      "of another version",
      (file) => {
        writeFileSync(file, readFileSync(file, "utf8").replace(/cache \d+/u, "cache 0"));
      },
    ],
    [
      "a folder",
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
    [
      "gone",
      (file) => {
        rmSync(file);
      },
    ],
  ])("works everything out where what was kept is %s", async (_, spoil) => {
    const root = project();
    const first = await cached(root);
    answersIn(root).forEach(spoil);
    const before = workedOut();
    expect(await cached(root)).toEqual(first);
    expect(workedOut()).toBe(before + 1);
  });

  it("does without, where nothing can be written", async () => {
    const root = project();
    writeFileSync(join(root, "../cache"), "a file");
    expect(await cached(root)).toEqual(await uncached(root));
    expect(readFileSync(join(root, "../cache"), "utf8")).toBe("a file");
  });

  it("does no harm to another one at the same time", async () => {
    const root = project();
    const all = await Promise.all([cached(root), cached(root), cached(root)]);
    expect(new Set(all.map(({ out }) => out)).size).toBe(1);
    const before = workedOut();
    expect(await cached(root)).toEqual(all[0]);
    expect(workedOut()).toBe(before);
    expect(readdirSync(join(root, "../cache")).filter((name) => name.endsWith(".draft"))).toEqual(
      [],
    );
  });

  it("keeps what it can use in node_modules, which git ignores, and nothing without", async () => {
    const bare = project();
    await run(bare, []);
    expect(readdirSync(bare)).not.toContain("node_modules");
    const root = project({ ...application, "node_modules/pg/package.json": "{}" });
    const first = await run(root, []);
    const before = workedOut();
    expect(await run(root, [])).toEqual(first);
    expect(workedOut()).toBe(before);
  });

  it.each(["new Date().toISOString()", "process.env.HOME", "import.meta.url"])(
    "is told nothing where the map may say something else meanwhile: %s",
    async (expression) => {
      const map = (application["domain-isolation.config.ts"] ?? "").replace(
        "shared:",
        `exemptions: [{ rule: "no-cross-domain-import", file: "x", reason: String(${expression}) }],\nshared:`,
      );
      const root = project({ ...application, "domain-isolation.config.ts": map });
      await cached(root);
      const before = workedOut();
      await cached(root);
      expect(workedOut()).toBe(before + 1);
    },
  );
});
