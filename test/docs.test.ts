import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { main } from "../packages/cli/src/main.js";
import { formatNames } from "../packages/cli/src/formats.js";
import { memoryWorld } from "../packages/cli/test/memory-world.js";
import { createExample, writeInto } from "./pages/example-project.js";
import { blocksOf, commandsOf, readPage, stepsOf, wordsOf, type Step } from "./pages/page.js";

const repository = resolve(import.meta.dirname, "..");
const tool = "npx check-domain-isolation";
const map = mapOf(readPage("docs/getting-started.md"));
const cruiser = `module.exports = {
  forbidden: [
    { name: "pool", from: { path: "^src/domains/pool" }, to: { path: "^src/domains/users" } },
  ],
};
`;

/** Each page, what its application has beside, and the commands that end with 1. */
const pages: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ["docs/getting-started.md", {}, /isolation$|--quiet$/u],
  [
    "docs/resolving-findings.md",
    {
      "domain-isolation.config.ts": map.replace(
        "    pool: {",
        '    pool: {\n      migrations: [{ path: "migrations/pool", format: "sql" }],',
      ),
      "migrations/pool/0001_seats.sql": "CREATE TABLE seats (id int);\n",
    },
    /isolation$|--history$|--no-baseline$/u,
  ],
  [
    "docs/continuous-integration.md",
    { "domain-isolation.config.ts": map },
    /isolation$|--(?:format|config|cache|no-cache|types)\b/u,
  ],
  ["docs/performance.md", {}, /^$/u],
  ["docs/comparison.md", { ".dependency-cruiser.cjs": cruiser }, /^$/u],
];

describe.each(pages)("%s", (page, files, failing) => {
  const root = createExample({ ...files, ".gitignore": "node_modules\n" });
  const git = (...words: readonly string[]) => execFileSync("git", words, { cwd: root });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "all");
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  afterAll(() => {
    rmSync(root, { recursive: true });
  });
  let shown = "";
  let hasBaseline = false;

  it.each(stepsOf(readPage(page)).map((step) => [nameOf(step), step] as const))(
    "%s",
    async (_, step) => {
      if (step.kind === "write") writeInto(root, step.file, step.text);
      else if (step.kind === "see") expect(shown).toContain(step.text.trimEnd());
      else if (!step.line.startsWith(tool)) runOther(step.line, root);
      else {
        if (step.line.endsWith("baseline merge")) await bringToConflict(root);
        const world = memoryWorld(wordsOf(step.line).slice(2), { cwd: root });
        const code = await main(world);
        const fails = failing.test(step.line) && !(hasBaseline && step.line === tool);
        expect([code, world.stderr.text()]).toEqual([
          fails ? 1 : 0,
          expect.not.stringContaining("check-domain-isolation: ") as string,
        ]);
        shown = world.stdout.text();
        hasBaseline ||= step.line.includes("--allow-growth");
      }
    },
  );
});

describe("what the pages tell", () => {
  const docs = readdirSync(join(repository, "docs")).map((name) => `docs/${name}`);
  const all = ["README.md", "packages/cli/README.md", ...docs];
  const lines = all.flatMap((page) => commandsOf(readPage(page)));

  it("is every command and every option", async () => {
    const untold: string[] = [];
    const named = new Set(
      all.flatMap((page) => [...readPage(page).matchAll(/`(--[a-z-]+)/gu)].map(([, word]) => word)),
    );
    for (const command of await commands()) {
      const own = lines.filter((line) => `${line} `.startsWith(`${tool} ${command}`.trimEnd()));
      for (const option of await optionsOf(command)) {
        const isTold = own.some((line) => `${line} `.includes(option)) || named.has(option);
        if (!isTold) untold.push(`${command}${option}`);
      }
    }
    expect(untold).toEqual([]);
  });

  it("stands in the page of the command: its options and its formats", async () => {
    const page = readPage("packages/cli/README.md");
    const options = (await optionsOf("")).filter((name) => !/^--(?:help|version)$/u.test(name));
    expect(options.filter((name) => !new RegExp(`^\\| \`${name}\\b`, "mu").test(page))).toEqual([]);
    const [, formats = ""] = page.split("## Formats");
    expect(formatNames().filter((name) => !formats.includes(`\`${name}\`:`))).toEqual([]);
  });

  it.each(formatNames())("is the format %s", (format) => {
    expect(lines.join("\n")).toMatch(new RegExp(`--format ${format}\\b`, "u"));
    expect(readPage("docs/continuous-integration.md")).toContain(`| \`${format}\``);
  });

  it("is what to do about each rule", () => {
    const page = readPage("docs/resolving-findings.md");
    const rules = readdirSync(join(repository, "rules")).filter((name) =>
      existsSync(join(repository, "rules", name, "rule.md")),
    );
    expect(
      rules.filter((name) => !page.includes(`[\`${name}\`](../rules/${name}/rule.md)`)),
    ).toEqual([]);
  });

  it("is each recipe and each input of the action", () => {
    const page = readPage("docs/continuous-integration.md");
    const recipes = readdirSync(join(repository, "recipes"));
    expect(recipes.filter((name) => !page.includes(`(../recipes/${name})`))).toEqual([]);
    const { inputs } = parse(readPage("action.yml")) as { inputs: Record<string, unknown> };
    expect(Object.keys(inputs).filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
  });

  it.each(["docs/performance.md", "docs/comparison.md"])("%s has the README's figures", (page) => {
    const rows = (text: string) =>
      text
        .split("\n")
        .filter((line) => /^\|.*×/u.test(line))
        .map((line) => line.replace(/ +/gu, " "));
    expect(rows(readPage(page)).length).toBeGreaterThan(0);
    expect(rows(readPage("README.md"))).toEqual(expect.arrayContaining(rows(readPage(page))));
  });

  it.each(all)("%s leads to pages and headings that there are", (page) => {
    const broken = [...readPage(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/gu)]
      .map(([, path = "", heading = ""]) => [path === "" ? page : join(page, "..", path), heading])
      .filter(([path = "", heading = ""]) => !leadsSomewhere(path, heading));
    expect(broken).toEqual([]);
  });

  it("configures ESLint as the README does, which is tried", () => {
    const config = (page: string) =>
      blocksOf(readPage(page)).find(({ title }) => title === "eslint.config.js")?.text;
    expect(config("docs/getting-started.md")).toBe(config("README.md"));
  });
});

function nameOf(step: Step): string {
  if (step.kind === "run") return `runs: ${step.line}`;
  return step.kind === "write" ? `has ${step.file}` : `shows ${step.text.split("\n")[0] ?? ""}`;
}

/** Two branches record a finding each; the driver merges them, and without it git can't. */
async function bringToConflict(root: string): Promise<void> {
  const git = (...words: readonly string[]) =>
    spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...words], {
      cwd: root,
    }).status;
  const commit = () => git("add", "--all") === 0 && git("commit", "--quiet", "-m", "more") === 0;
  expect(commit()).toBe(true);
  for (const branch of ["one", "other"]) {
    expect(git("checkout", "--quiet", "-b", branch, "main")).toBe(0);
    const crossing = 'export { redeem } from "../users/redeem.js";\n';
    writeInto(root, `src/domains/pool/${branch}.ts`, crossing);
    await main(memoryWorld(["--update-baseline", "--allow-growth"], { cwd: root }));
    expect(commit()).toBe(true);
  }
  expect(git("merge", "--quiet", "--no-edit", "one")).toBe(0);
  const merged = readFileSync(join(root, "domain-isolation-baseline.json"), "utf8");
  expect(merged).toMatch(/one\.ts[\s\S]*other\.ts/u);
  expect(git("reset", "--quiet", "--hard", "HEAD^")).toBe(0);
  expect(git("-c", "merge.domain-isolation.driver=false", "merge", "--quiet", "one")).not.toBe(0);
}

/** What is no command of ours: that of git is run, a benchmark or script has to be there. */
function runOther(line: string, root: string): void {
  const [program = "", ...words] = wordsOf(line);
  if (program === "git") execFileSync(program, words, { cwd: root });
  else if (program === "node") {
    const text = readPage(words[0] ?? "");
    for (const word of words.slice(1)) if (word.startsWith("--")) expect(text).toContain(word);
  } else {
    expect(program).toBe("npm");
    const { scripts } = JSON.parse(readPage("package.json")) as { scripts: object };
    if (words[0] === "run") expect(Object.keys(scripts)).toContain(words[1]);
  }
}

function mapOf(page: string): string {
  return blocksOf(page).find(({ title }) => title === "domain-isolation.config.ts")?.text ?? "";
}

async function helpOf(command: string): Promise<string> {
  const world = memoryWorld([...command.split(" ").filter((word) => word !== ""), "--help"]);
  await main(world);
  return world.stdout.text();
}

/** Every command, `schema diff ` say, by the help of the one above it; the check itself is empty. */
async function commands(above = ""): Promise<readonly string[]> {
  const [, listed = ""] = /^Commands:\n((?: .*\n)*)/mu.exec(await helpOf(above)) ?? [];
  const names = [...listed.matchAll(/^ {2}(\S+)/gmu)].map(([, name = ""]) => `${above}${name} `);
  const below = await Promise.all(names.map((name) => commands(name)));
  return [above, ...below.flat()];
}

/** With a blank behind; that of a command itself stands for it, so that it is told too. */
async function optionsOf(command: string): Promise<readonly string[]> {
  const [, listed = ""] = /^Options:\n((?: .*\n)*)/mu.exec(await helpOf(command)) ?? [];
  const options = [...listed.matchAll(/^ {2}(--[a-z-]+)/gmu)].map(([, option = ""]) => option);
  return command === "" ? options : ["", ...options.filter((option) => option !== "--help")];
}

function leadsSomewhere(path: string, heading: string): boolean {
  const file = join(repository, path);
  if (!existsSync(file)) return false;
  if (heading === "" || !path.endsWith(".md")) return true;
  const headings = readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gmu);
  return [...headings].some(([, text = ""]) => anchorOf(text) === heading);
}

/** As GitHub makes it of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}
