import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.js";
import type { World } from "../src/world.js";
import { memoryWorld } from "./memory-world.js";
import { temporaryProject, twoDomains } from "./temporary-project.js";

const name = "domain-isolation-baseline.json";
const crossing = twoDomains["src/users/redeem.ts"] ?? "";
const repaired = "export const redeem = 1;\n";

async function run(cwd: string, words: readonly string[], rest: Partial<World> = {}) {
  const world = memoryWorld(words, { cwd, ...rest });
  const code = await main(world);
  return { code, out: world.stdout.text(), err: world.stderr.text() };
}

async function withBaseline(files: Readonly<Record<string, string>> = twoDomains) {
  const root = temporaryProject(files);
  const { code, err } = await run(root, ["--update-baseline"]);
  expect({ code, err }).toEqual({ code: 0, err: `${name} written: it knows 1 finding\n` });
  return root;
}

const write = (root: string, file: string, text: string) => {
  writeFileSync(join(root, file), text);
};
const read = (root: string) => readFileSync(join(root, name), "utf8");

describe("a baseline", () => {
  it("makes what is there known, and has an entry a line", async () => {
    const root = await withBaseline();
    const { code, out } = await run(root, []);
    expect(out).toContain("✓ nothing new crosses a boundary");
    expect(out).toContain("1 finding known from the baseline");
    expect(code).toBe(0);
    expect(read(root).split("\n").slice(0, 5)).toEqual([
      '{"version": 1,',
      '"findings": [',
      '{"file":"src/users/redeem.ts","rule":"no-cross-domain-import","from":"users","to":"pool","what":["src/pool/seats.ts"]}',
      "],",
      '"files": {',
    ]);
    expect(await run(root, ["--no-baseline"])).toMatchObject({ code: 1 });
  });

  it("is not told of lines that move, nor of files that are renamed on either side", async () => {
    const root = await withBaseline();
    write(root, "src/users/redeem.ts", `// A comment.\n\n${crossing}`);
    expect(await run(root, [])).toMatchObject({ code: 0 });
    renameSync(join(root, "src/users/redeem.ts"), join(root, "src/users/spend.ts"));
    write(root, "src/users/index.ts", 'export { redeem } from "./spend.js";\n');
    expect(await run(root, [])).toMatchObject({ code: 0 });
    renameSync(join(root, "src/pool/seats.ts"), join(root, "src/pool/places.ts"));
    write(root, "src/pool/index.ts", 'export * from "./places.js";\nexport class Pool {}\n');
    write(root, "src/users/spend.ts", crossing.replace("seats", "places"));
    expect(await run(root, [])).toMatchObject({ code: 0 });
    await run(root, ["--update-baseline"]);
    expect(read(root)).toContain('"file":"src/users/spend.ts"');
    expect(read(root)).toContain('"what":["src/pool/places.ts"]');
  });

  it("lets what is new fail, and does not take it in", async () => {
    const root = await withBaseline();
    write(root, "src/users/more.ts", 'import "../pool/seats.js";\n');
    const { code, out } = await run(root, ["--update-baseline"]);
    expect(code).toBe(1);
    expect(out).toContain("src/users/more.ts:1:8");
    expect(out).toContain("users → pool  1 new, 1 known");
    expect(read(root)).not.toContain("more.ts");
    const grown = await run(root, ["--update-baseline", "--allow-growth"]);
    expect(grown).toMatchObject({
      code: 0,
      err: `${name}: it knows 2 findings, 1 more than before\n`,
    });
  });

  it("fails while it knows what is gone, but only where everything was asked about", async () => {
    const root = await withBaseline();
    write(root, "src/users/redeem.ts", repaired);
    const { code, out } = await run(root, []);
    expect(code).toBe(1);
    expect(out).toContain(`${name}:3:9  error  baseline-only-shrinks`);
    expect(out).toContain("users → pool  0 new, 1 gone");
    expect(await run(root, ["src/users"])).toMatchObject({ code: 0 });
    expect(await run(root, ["--rule", "no-cross-domain-import=off"])).toMatchObject({ code: 0 });
    expect(await run(root, ["--update-baseline"])).toMatchObject({
      code: 0,
      err: `${name}: it knows 0 findings, 1 fewer than before\n`,
    });
    write(root, "src/users/redeem.ts", crossing);
    expect(await run(root, [])).toMatchObject({ code: 1 });
  });

  it.each<[what: string, words: string[], env: World["env"], said: string]>([
    ["in CI", ["--update-baseline"], { CI: "true" }, "--update-baseline writes nothing in CI"],
    ["for a part", ["--update-baseline", "src"], {}, "is about the whole repository"],
    ["without itself", ["--update-baseline", "--no-baseline"], {}, "contradict each other"],
    ["to grow without being written", ["--allow-growth"], {}, "give both"],
  ])("is not to be written %s", async (_, words, env, said) => {
    const { code, err } = await run(temporaryProject(twoDomains), words, { env });
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it.each([
    ["{", "is missing"],
    ['{"version": 2, "findings": []}', "`version` is not as a baseline has it"],
    ['{"version": 1, "findings": [{"rule": "r"}]}', "is not as a baseline has it"],
    ['{"version": 1,\n<<<<<<< HEAD\n', "2:1 two branches changed the baseline"],
  ])("is refused where it is none: %s", async (text, said) => {
    const root = temporaryProject({ ...twoDomains, [name]: text });
    const { code, err } = await run(root, []);
    expect(code).toBe(2);
    expect(err).toContain(`${name}:`);
    expect(err).toContain(said);
  });
});

describe("merging baselines", () => {
  const also = { ...twoDomains, "src/users/more.ts": 'import "../pool/seats.js";\n' };

  /** Two branches: each repairs the one of two neighbouring crossings that the other keeps. */
  async function conflict() {
    const root = temporaryProject(also);
    const git = (...words: string[]) => {
      const who = ["-c", "user.name=a", "-c", "user.email=a@b.test"];
      return execFileSync("git", [...who, ...words], { cwd: root, stdio: "pipe" });
    };
    await run(root, ["--update-baseline"]);
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-qm", "a");
    git("checkout", "-qb", "other");
    write(root, "src/users/redeem.ts", repaired);
    await run(root, ["--update-baseline"]);
    git("commit", "-qam", "b");
    git("checkout", "-q", "main");
    rmSync(join(root, "src/users/more.ts"));
    await run(root, ["--update-baseline"]);
    git("add", "-A");
    git("commit", "-qm", "c");
    return { root, git };
  }

  it("resolves a conflict at hand", async () => {
    const { root, git } = await conflict();
    expect(() => git("merge", "other")).toThrow();
    expect(await run(root, [])).toMatchObject({ code: 2 });
    expect(await run(root, ["baseline", "merge"])).toMatchObject({ code: 0 });
    expect(await run(root, [])).toMatchObject({ code: 0 });
    expect(read(root)).toContain('"findings": [\n],');
  });

  it("is a merge driver", async () => {
    const root = temporaryProject(twoDomains);
    const entry = (file: string) => `{"file":"${file}","rule":"no-domain-cycle"}`;
    const text = (...files: string[]) => `{"version":1,"findings":[${files.map(entry).join()}]}`;
    write(root, "base.json", text("a.ts", "b.ts"));
    write(root, "ours.json", text("b.ts", "c.ts"));
    write(root, "theirs.json", text("a.ts", "d.ts"));
    const words = ["baseline", "merge", "base.json", "ours.json", "theirs.json"];
    expect(await run(root, words)).toMatchObject({ code: 0 });
    const merged = readFileSync(join(root, "ours.json"), "utf8");
    expect(merged.match(/\w\.ts/gu)).toEqual(["c.ts", "d.ts"]);
  });

  it("says so where there is nothing to merge", async () => {
    const { code, err } = await run(temporaryProject(twoDomains), ["baseline", "merge"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: `check-domain-isolation: git knows of no conflict in \`${name}\`\n`,
    });
    const odd = await run(temporaryProject(twoDomains), ["baseline", "merge", "a.json"]);
    expect(odd.err).toContain("takes three files, BASE OURS THEIRS, or none");
  });
});
