import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Dialogue } from "../src/init/dialogue.js";
import { main } from "../src/main.js";
import { memoryWorld } from "./memory-world.js";
import { projectOf, temporaryProject } from "./temporary-project.js";

function recipe(file: string): string {
  return readFileSync(join(import.meta.dirname, "../../../recipes", file), "utf8");
}

/** Two features that share nothing but a clock, and all kinds of surroundings. */
const small: Readonly<Record<string, string>> = {
  "package.json": '{"name":"shop","dependencies":{"pg":"8"}}',
  "src/features/orders/index.ts": 'export * from "./place-order.js";\n',
  "src/features/orders/place-order.ts":
    'import { now } from "../../lib/clock.js";\nexport const order = now;\n',
  "src/features/orders/cancel-order.ts": 'import "./place-order.js";\n',
  "src/features/invoices/index.ts": 'export * from "./send.js";\n',
  "src/features/invoices/send.ts":
    'import { order } from "../orders/index.js";\nimport { now } from "../../lib/clock.js";\nexport const invoice = [order, now];\n',
  "src/features/invoices/void.ts": 'import "./send.js";\n',
  "src/lib/clock.ts": "export const now = 0;\n",
  "eslint.config.js": "export default [];\n",
  ".husky/pre-commit": "npx lint-staged\n",
  ".pre-commit-config.yaml": "# ours\nrepos:\n  - repo: local # first\n    hooks: []\n",
  "lefthook.yml": "pre-commit:\n  commands:\n    lint:\n      run: npm run lint # slow\n",
  ".gitlab-ci.yml": "# stages\nstages: [test]\n",
  ".github/workflows/ci.yml": "on: push\n",
};

describe("init in a small repository", () => {
  const project = projectOf(small);
  const read = (file: string) => readFileSync(join(project.root, file), "utf8");

  beforeAll(async () => {
    const world = memoryWorld(["init", "--yes"], { cwd: project.root });
    expect([await main(world), world.stderr.text()]).toEqual([0, ""]);
  });
  afterAll(project.remove);

  it.each([
    ["eslint.config.js", "export default [];\n"],
    ["domain-isolation.eslint.mjs", "configs.recommended"],
    [".husky/pre-commit", "npx lint-staged\nnpx --no-install check-domain-isolation --staged\n"],
    [".pre-commit-config.yaml", "# ours\nrepos:\n  - repo: local # first"],
    [".pre-commit-config.yaml", "entry: npx --no-install check-domain-isolation --staged"],
    ["lefthook.yml", "npm run lint # slow\n    domain-isolation:\n"],
    [".gitlab-ci.yml", "# stages\n"],
    [".gitlab-ci.yml", "include:\n  - local: .gitlab/domain-isolation.yml\n"],
    [".gitlab/domain-isolation.yml", recipe("gitlab-ci.yml")],
    [".github/workflows/domain-isolation.yml", recipe("github-workflow.yml")],
    ["domain-isolation.config.ts", '"src/features/orders/index.ts", // imported by 1 file'],
    ["domain-isolation.config.ts", '"src/lib/**", // 1 file, used by 2 domains'],
  ])("leaves %s with %j", (file, text) => {
    expect(read(file)).toContain(text);
  });

  it("leaves a hook that blocks a commit which crosses a boundary", () => {
    const bin = join(project.root, "node_modules/.bin/check-domain-isolation");
    mkdirSync(dirname(bin), { recursive: true });
    symlinkSync(join(import.meta.dirname, "../bin/check-domain-isolation.js"), bin);
    const [line = ""] = read(".husky/pre-commit").split("\n").slice(1);
    const git = (...words: readonly string[]) => {
      const identity = ["-c", "user.name=a", "-c", "user.email=a@b.test"];
      const env = { ...process.env, GIT_CONFIG_NOSYSTEM: "1" };
      return spawnSync("git", [...identity, ...words], {
        cwd: project.root,
        encoding: "utf8",
        env,
      });
    };
    git("init", "-q");
    git("add", ".husky", "*.json", "*.ts", "src");
    expect(git("commit", "-qm", "first").status).toBe(0);
    writeFileSync(join(project.root, ".git/hooks/pre-commit"), `#!/bin/sh\n${line}\n`, {
      mode: 0o755,
    });
    writeFileSync(
      join(project.root, "src/features/orders/refund.ts"),
      'import { invoice } from "../invoices/send.js";\nexport const refund = invoice;\n',
    );
    git("add", "src");
    const { status, stdout, stderr } = git("commit", "-qm", "second");
    expect(stdout + stderr).toContain("no-cross-domain-import");
    expect(status).toBe(1);
    rmSync(join(project.root, "src/features/orders/refund.ts"));
  });

  it("keeps the map that is there when it runs again", async () => {
    const before = read("domain-isolation.config.ts");
    const world = memoryWorld(["init", "--yes"], { cwd: project.root });
    expect(await main(world)).toBe(0);
    expect(world.stdout.text()).toContain("kept   domain-isolation.config.ts: is there already");
    expect(read("domain-isolation.config.ts")).toBe(before);
  });

  it("leaves all as it is when it runs again and writes the map anew", async () => {
    const once = Object.keys(small).map(read);
    expect(await main(memoryWorld(["init", "--yes", "--force"], { cwd: project.root }))).toBe(0);
    expect(Object.keys(small).map(read)).toEqual(once);
  });

  it("writes JSON where there is no TypeScript", async () => {
    const scripts = Object.entries(small).map(([file, text]) => [
      file.replace(/\.ts$/u, ".js"),
      text,
    ]);
    const root = temporaryProject(Object.fromEntries(scripts) as Record<string, string>);
    expect(await main(memoryWorld(["init", "--yes"], { cwd: root }))).toBe(0);
    const map: unknown = JSON.parse(
      readFileSync(join(root, "domain-isolation.config.json"), "utf8"),
    );
    expect(map).toMatchObject({ domains: { invoices: {}, orders: {} } });
  });

  it("prints and writes nothing with --dry-run", async () => {
    const root = temporaryProject(small);
    const world = memoryWorld(["init", "--dry-run"], { cwd: root });
    expect(await main(world)).toBe(0);
    expect(world.stdout.text()).toContain("export default defineConfig({");
    expect(existsSync(join(root, "domain-isolation.config.ts"))).toBe(false);
  });

  it.each([
    ["nobody to ask", small, [], "there is no terminal to ask on; add --yes"],
    ["nothing that is a domain", { "a.ts": "" }, ["--yes"], "nothing here speaks for a domain"],
  ])("says so where there is %s", async (_, files, words, message) => {
    const world = memoryWorld(["init", ...words], { cwd: temporaryProject(files) });
    expect(await main(world)).toBe(2);
    expect(world.stderr.text()).toContain(message);
  });
});

describe("init with somebody to ask", () => {
  const run = async (answers: Answers) => {
    const root = temporaryProject(small);
    const world = memoryWorld(["init"], { cwd: root, openDialogue: () => scripted(answers) });
    const code = await main(world);
    const map = join(root, "domain-isolation.config.ts");
    return { code, world, map: existsSync(map) ? readFileSync(map, "utf8") : null };
  };

  it("takes only what is chosen, under the name that is given", async () => {
    const { code, map } = await run({
      choose: [["orders"], ["domain-isolation.config.ts"]],
      pick: ["rename", "orders", "done"],
      ask: ["sales"],
    });
    expect(code).toBe(0);
    expect(map).toContain("    sales: {");
    expect(map).not.toContain("invoices: {");
  });

  it("merges two that are given one name", async () => {
    const { map } = await run({
      choose: [["orders", "invoices"], ["domain-isolation.config.ts"]],
      pick: ["rename", "invoices", "done"],
      ask: ["orders"],
    });
    expect(map).toContain('"src/features/invoices/**"');
    expect(map).not.toContain("invoices: {");
  });

  it("writes nothing where they give up", async () => {
    const { code, map, world } = await run({ choose: [null], pick: [], ask: [] });
    expect([code, map]).toEqual([2, null]);
    expect(world.stderr.text()).toContain("nothing was written");
  });
});

interface Answers {
  readonly choose: readonly (readonly string[] | null)[];
  readonly pick: readonly string[];
  readonly ask: readonly string[];
}

/** Somebody who knows the answers beforehand; one memory for all dialogues of a run. */
const memories = new WeakMap<Answers, Dialogue>();

function scripted(answers: Answers): Promise<Dialogue> {
  const known = memories.get(answers);
  if (known) return Promise.resolve(known);
  const [choose, pick, ask] = [[...answers.choose], [...answers.pick], [...answers.ask]];
  const dialogue: Dialogue = {
    choose: () => Promise.resolve(choose.shift() ?? null),
    pick: () => Promise.resolve(pick.shift() ?? null),
    ask: () => Promise.resolve(ask.shift() ?? null),
  };
  memories.set(answers, dialogue);
  return Promise.resolve(dialogue);
}
