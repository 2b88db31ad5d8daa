import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.js";
import { memoryWorld } from "./memory-world.js";
import { temporaryProject, twoDomains } from "./temporary-project.js";
import type { World } from "../src/world.js";

const tool = "check-domain-isolation: ";

async function run(cwd: string, words: readonly string[], rest: Partial<World> = {}) {
  const world = memoryWorld(words, { cwd, ...rest });
  const code = await main(world);
  return { code, out: world.stdout.text(), err: world.stderr.text() };
}

/** The same project with other or further files; `undefined` takes one away. */
function project(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const files = Object.entries({ ...twoDomains, ...changes }).flatMap(([file, text]) =>
    text === undefined ? [] : [[file, text] as const],
  );
  return temporaryProject(Object.fromEntries(files));
}

const mapWith = (keys: object) =>
  JSON.stringify({
    ...(JSON.parse(twoDomains["domain-isolation.config.json"] ?? "") as object),
    ...keys,
  });

const clean = { "src/users/redeem.ts": "export const redeem = 1;\n" };

describe("a check", () => {
  it("finds the import that crosses, and says so with code, reason and way out", async () => {
    const { code, out, err } = await run(project(), []);
    expect(err).toBe("");
    expect(out).toMatch(/^src\/users\/redeem\.ts:2:\d+ {2}error {2}no-cross-domain-import\n/u);
    expect(out).toContain('2 │ import { takeSeat } from "../pool/seats.js";\n');
    expect(out).toContain("why   src/pool/** → pool (domain-isolation.config.json:");
    expect(out).toContain("1 error in 1 of 5 files");
    expect(out).toContain("users → pool  1");
    expect(code).toBe(1);
  });

  it("is clean with 0, also when there are only warnings or exempt findings", async () => {
    expect(await run(project(clean), [])).toMatchObject({ code: 0 });
    expect(await run(project(), ["--rule", "*=warn"])).toMatchObject({ code: 0 });
    const exemptions = [
      { rule: "no-cross-domain-import", file: "src/users/redeem.ts", to: "pool", reason: "x" },
    ];
    const exempt = project({ "domain-isolation.config.json": mapWith({ exemptions }) });
    const { code, out } = await run(exempt, []);
    expect(out).toContain("1 finding exempt");
    expect(code).toBe(0);
  });

  it("lets an exemption end on the day after its last", async () => {
    const until = "2026-11-21";
    const exemptions = [
      { rule: "no-cross-domain-import", file: "src/users/redeem.ts", reason: "x", until },
    ];
    const root = project({ "domain-isolation.config.json": mapWith({ exemptions }) });
    expect(await run(root, [], { today: "2026-11-21" })).toMatchObject({ code: 0 });
    expect(await run(root, [], { today: "2026-11-22" })).toMatchObject({ code: 1 });
  });

  it("reports only what the paths ask about, and reads everything", async () => {
    const root = project();
    expect(await run(root, ["src/pool"])).toMatchObject({ code: 0 });
    const { code, out } = await run(join(root, "src"), ["users/redeem.ts", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ file: "src/users/redeem.ts" }],
      summary: { files: 5, reported: 1, errors: 1 },
    });
    expect(code).toBe(1);
  });

  it("writes several formats in one run, into folders that it makes", async () => {
    const root = project();
    const words = ["--format", "jsonl", "--format", "json=out/deep/a.json"];
    const { out } = await run(root, words);
    expect(out.trimEnd().split("\n")).toHaveLength(2);
    expect(JSON.parse(readFileSync(join(root, "out/deep/a.json"), "utf8"))).toHaveProperty(
      "summary.errors",
      1,
    );
  });

  it("prints errors alone with --quiet", async () => {
    const { out } = await run(project(), ["--quiet"]);
    expect(out).toContain("no-cross-domain-import");
    expect(out).not.toContain("of 5 files");
    expect(await run(project(), ["--quiet", "--rule=*=warn"])).toMatchObject({ out: "", code: 0 });
  });

  it("gives the same bytes wherever the project lies", async () => {
    const words = ["--format=json", "--format=sarif", "--format=github", "--format=pretty"];
    const [first, second] = [await run(project(), words), await run(project(), words)];
    expect(first.out).toBe(second.out);
  });

  it("takes the map from elsewhere", async () => {
    const root = project({ "domain-isolation.config.json": undefined });
    const text = twoDomains["domain-isolation.config.json"] ?? "";
    const elsewhere = temporaryProject({ "map.json": text });
    const words = ["--root", root, "--config", "map.json"];
    expect(await run(elsewhere, words)).toMatchObject({ code: 1, err: "" });
  });

  it("annotates from the root of GitHub's checkout", async () => {
    const root = project();
    const env = { GITHUB_WORKSPACE: join(root, "..") };
    const { out } = await run(root, ["--format=github"], { env });
    expect(out).toMatch(/^::error file=domain isolation \w+\/src\/users\/redeem\.ts,line=2,/u);
  });

  it("counts what does not resolve", async () => {
    const { out, code } = await run(
      project({ "src/users/redeem.ts": 'import "./gone.js";\nexport const redeem = 1;\n' }),
      [],
    );
    expect(out).toContain("1 import did not resolve");
    expect(out).toContain("  1 × ./gone.js  src/users/redeem.ts:1:8\n");
    expect(code).toBe(0);
  });
});

describe("a run that is not possible", () => {
  it.each([
    [["gone"], "there is no file or folder `gone`\n"],
    [["docs"], "`docs` holds no source file that is read\n"],
    [["--root", "gone"], "the root `gone` does not exist\n"],
    [["--root", "docs/notes.md"], "the root `docs/notes.md` is not a folder\n"],
    [["--config", "gone.ts"], "there is no configuration file `gone.ts`\n"],
    [["--format", "josn"], /^unknown format "josn"; did you mean "json"\?\n$/u],
    [["--rule", "no-domain-cycl=off"], /^unknown rule .*; did you mean "no-domain-cycle"\?\n$/u],
    [["--rule", "no-domain-cycle=of"], /^unknown level .*; did you mean "off"\?\n$/u],
    [["--types", "maybe"], /^unknown mode "maybe" for --types/u],
    [["--types", "on"], /^--types on: types can't be read, there is no tsconfig\.json; /u],
    [["--colour"], /^unknown option '--colour'/u],
    [["--format", "json=docs"], /^the output file `docs` cannot be written: EISDIR/u],
    [["--format", "json=docs/notes.md/a"], /^the output file .* cannot be written: /u],
    [["facts", "--format", "json"], /^unknown format "json"; did you mean "jsonl"\?\n$/u],
    [
      ["explain", "docs"],
      /^`docs` is a folder; explain takes a file \(.*`explain table docs`\)\n$/u,
    ],
    [["explain", "gone.ts"], /^there is no file or folder `gone\.ts`, and no table, variable /u],
    [["explain", "src/gone.ts"], "there is no file or folder `src/gone.ts`\n"],
    [
      ["explain", "src/users/redeem.ts:4"],
      /no import, .* stands on line 4 .* with one are 1, 2, 3\n$/u,
    ],
  ])("%j: one sentence and 2", async (words, sentence) => {
    const { code, err } = await run(project(), words);
    expect(err.startsWith(tool)).toBe(true);
    const said = err.slice(tool.length);
    if (typeof sentence === "string") expect(said).toBe(sentence);
    else expect(said).toMatch(sentence);
    expect(said.trimEnd()).not.toContain("\n");
    expect(code).toBe(2);
  });

  it("is a folder without a map", async () => {
    const { code, err } = await run(project({ "domain-isolation.config.json": undefined }), []);
    expect(err).toMatch(/there is no domain-isolation\.config\.ts .* name it with --config\n$/u);
    expect(code).toBe(2);
  });

  it("is a map with faults: all of them are said, with their places", async () => {
    const text = '{\n  "domains": { "users": { "flies": [] } },\n  "tests": 3\n}\n';
    const { code, err } = await run(project({ "domain-isolation.config.json": text }), []);
    expect(err).toMatch(/^check-domain-isolation: 2 problems in the configuration\n/u);
    expect(err).toMatch(/^domain-isolation\.config\.json:2:\d+ .*flies/mu);
    expect(err).toMatch(/^domain-isolation\.config\.json:3:\d+ /mu);
    expect(code).toBe(2);
  });

  it("is a map that does not fit the files", async () => {
    const root = project({
      "domain-isolation.config.json": mapWith({ shared: { files: ["lib/**"] } }),
    });
    const { code, err } = await run(root, []);
    expect(err).toMatch(
      /1 problem in the configuration\n.*\.json:\d+:\d+ `lib\/\*\*` matches no file/u,
    );
    expect(code).toBe(2);
  });

  it("shows a stack of what went wrong inside only when asked", async () => {
    const cwd = project();
    const broken = () => {
      throw new Error("a fault of ours");
    };
    const { code, err } = await run(cwd, [], { now: broken });
    expect(err).toMatch(/^\S+: something went wrong inside \(a fault of ours\); please report/u);
    expect(err).not.toContain("    at ");
    expect(code).toBe(2);
    const debugged = await run(cwd, [], { now: broken, env: { DEBUG: "1" } });
    expect(debugged.err).toContain("main.test.ts");
  });
});

describe("facts", () => {
  const parse = (out: string) =>
    out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it("are a line each, by file and place", async () => {
    const { out, code } = await run(project(), ["facts", "--format", "jsonl"]);
    const facts = parse(out);
    expect(facts).toContainEqual({
      kind: "import",
      file: "src/users/redeem.ts",
      line: 2,
      column: 26,
      endLine: 2,
      endColumn: 44,
      form: "import",
      specifier: "../pool/seats.js",
      target: "src/pool/seats.ts",
      external: false,
      unresolved: false,
      typeOnly: false,
      names: ["takeSeat"],
      tier: "file",
    });
    expect(facts).toContainEqual(
      expect.objectContaining({
        kind: "export",
        file: "src/pool/index.ts",
        name: "seat",
        from: { specifier: "./seats.js", name: "takeSeat" },
      }),
    );
    const places = facts.map(({ file, line, column }) => [file, line, column]);
    expect(places).toEqual(
      places.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    );
    expect(code).toBe(0);
  });

  it("need no map, and are limited by paths", async () => {
    const root = project({ "domain-isolation.config.json": undefined });
    const { out, code } = await run(root, ["facts", "src/pool"]);
    expect(new Set(parse(out).map(({ file }) => file))).toEqual(
      new Set(["src/pool/index.ts", "src/pool/seats.ts"]),
    );
    expect(code).toBe(0);
  });

  it("say what could not be read, and what did not resolve", async () => {
    const root = project({
      "src/users/broken.ts": "export const = ;\n",
      "src/users/lost.ts":
        'import "./gone.js";\nimport "node:fs";\nimport(`./${process.argv[2]}`);\n',
    });
    const facts = parse((await run(root, ["facts", "src/users"])).out);
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: "unreadable", file: "src/users/broken.ts", line: 1 }),
    );
    expect(facts).toContainEqual(
      expect.objectContaining({ specifier: "./gone.js", target: null, unresolved: true }),
    );
    expect(facts).toContainEqual(
      expect.objectContaining({ specifier: "node:fs", target: null, external: true }),
    );
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: "opaque", form: "dynamic-import", line: 3 }),
    );
  });

  it("tells what comments permit", async () => {
    const text = "// domain-isolation-allow r -- why (until 2027-01-31)\nf(\n  1,\n);\n";
    const { out } = await run(project({ "src/users/a.ts": text }), ["facts", "src/users/a.ts"]);
    expect(parse(out)).toMatchObject([
      {
        kind: "allowance",
        rule: "r",
        reason: "why",
        until: "2027-01-31",
        line: 1,
        column: 27,
        covers: { line: 1, endLine: 4 },
      },
    ]);
  });
});

describe("explain", () => {
  it("says which domain a file has, why, what lost, and judges its imports", async () => {
    const source = JSON.parse(mapWith({})) as { domains: { pool: object } };
    const map = mapWith({
      domains: { ...source.domains, legacy: { files: ["src/**"] } },
      tests: ["**/redeem.ts"],
    });
    const root = project({ "domain-isolation.config.json": map, "src/old.ts": "" });
    const { out, code } = await run(root, ["explain", "src/users/redeem.ts"]);
    expect(out).toMatch(
      /domain {2}users\n {2}why {5}`src\/users\/\*\*` → users \(domains\.users\.files\[0\]/u,
    );
    expect(out).toMatch(
      /lost {4}`src\/\*\*` → legacy \(domains\.legacy\.files\[0\].*: less specific/u,
    );
    expect(out).toContain("role    test: `**/redeem.ts` (tests[0]");
    expect(out).toMatch(
      /1 {2}ok {6}\.\.\/shared\/clock\.js → src\/shared\/clock\.ts {2}\(shared\)/u,
    );
    expect(out).toMatch(
      /2 {2}error {3}\.\.\/pool\/seats\.js → src\/pool\/seats\.ts\n +no-cross-domain-import: /u,
    );
    expect(out).toMatch(/3 {2}ok .*\(a public entry of pool\)/u);
    expect(code).toBe(0);
  });

  it.each([
    [["src/users/redeem.ts:2"]],
    [["src/users/redeem.ts:2:30"]],
    [["src/users/redeem.ts", "../pool/seats.js"]],
  ])("follows one import: %j", async (words) => {
    const { out, code } = await run(project(), ["explain", ...words]);
    expect(out).toMatch(/^src\/users\/redeem\.ts:2:26 {2}import {2}"\.\.\/pool\/seats\.js"\n/u);
    expect(out).toMatch(/how it is resolved\n {4}\S/u);
    expect(out).toContain("takeSeat → src/pool/seats.ts#takeSeat  (pool)");
    expect(out).toContain("    error  no-cross-domain-import\n");
    expect(out).toMatch(
      /legal\n {4}import `seat` from src\/pool\/index\.ts, a public entry of pool\n/u,
    );
    expect(code).toBe(0);
  });

  it("says of an owned symbol that nobody else may use it", async () => {
    const source = JSON.parse(mapWith({})) as { domains: { pool: object; users: object } };
    const symbols = { "src/shared/clock.ts": ["clock"] };
    const domains = { ...source.domains, pool: { ...source.domains.pool, symbols } };
    const root = project({ "domain-isolation.config.json": mapWith({ domains }) });
    const { out } = await run(root, ["explain", "src/users/redeem.ts:1"]);
    expect(out).toContain("clock → src/shared/clock.ts#clock  (pool)");
    expect(out).toMatch(
      /none: only pool code may use `clock` \(domains\.pool\.symbols\["src\/shared\/clock\.ts"\]/u,
    );
  });

  it("says of mayUse that it comes first", async () => {
    const source = JSON.parse(mapWith({})) as { domains: { users: object } };
    const domains = { ...source.domains, users: { ...source.domains.users, mayUse: [] } };
    const root = project({ "domain-isolation.config.json": mapWith({ domains }) });
    const { out } = await run(root, ["explain", "src/users/redeem.ts:3"]);
    expect(out).toMatch(
      /legal\n {4}first name pool among .* \(domains\.users\.mayUse, .*\); then\n {4}import `Pool` from/u,
    );
  });

  it("resolves what a file does not import", async () => {
    const { out } = await run(project(), ["explain", "src/users/redeem.ts", "../pool/gone.js"]);
    expect(out).toContain('does not import "../pool/gone.js"; if it did:');
    expect(out).toMatch(/how it is resolved\n {4}\S/u);
    expect(out).toContain("where it leads\n    nothing: it does not resolve\n");
  });

  it("says of a file that is not read, why", async () => {
    const root = project({
      "domain-isolation.config.json": mapWith({ ignore: ["src/shared/*.ts"] }),
      ".gitignore": "*.gen.ts\n",
      "src/pool/a.gen.ts": "",
    });
    const why = async (file: string) => run(root, ["explain", file]);
    expect(await why("src/shared/clock.ts")).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /is not read: `src\/shared\/\*\.ts` ignores it \(ignore\[0\]/u,
      ) as string,
    });
    expect(await why("docs/notes.md")).toMatchObject({
      out: "docs/notes.md is not read: it is no source file, schema or migration that the map names\n",
    });
    expect(await why("src/pool/a.gen.ts")).toMatchObject({
      out: "src/pool/a.gen.ts is not read: git ignores it\n",
    });
  });
});

describe("files that it does not touch", () => {
  it("leaves an output alone when the run is not possible", async () => {
    const root = project();
    writeFileSync(join(root, "old.json"), "old");
    await run(root, ["gone", "--format=json=old.json"]);
    expect(readFileSync(join(root, "old.json"), "utf8")).toBe("old");
    expect(existsSync(join(root, "gone"))).toBe(false);
  });
});
