import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.js";
import { memoryWorld } from "./memory-world.js";
import { temporaryProject, twoDomains } from "./temporary-project.js";

const crossing = 'import { takeSeat } from "../pool/seats.js";\nexport const use = takeSeat;\n';
const other = crossing.replaceAll("use", "more");

/** The places that a run tells, with the mark of those that the change only causes. */
async function told(root: string, ...words: string[]) {
  const world = memoryWorld([...words, "--format", "json"], { cwd: root });
  const code = await main(world);
  if (code === 2) return world.stderr.text();
  const { findings } = JSON.parse(world.stdout.text()) as {
    findings: { file: string; line: number; ruleId: string; causedByChange?: boolean }[];
  };
  return findings.map(({ file, line, causedByChange }) => {
    return `${file}:${String(line)}${causedByChange ? " caused" : ""}`;
  });
}

/** A repository with one commit, in which one crossing is there already. */
function repository(files: Readonly<Record<string, string>> = twoDomains) {
  const root = temporaryProject(files);
  const git = (...words: string[]) => {
    const who = ["-c", "user.name=a", "-c", "user.email=a@b.test"];
    execFileSync("git", [...who, ...words], { cwd: root, stdio: "pipe" });
  };
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-qm", "first");
  const writeHere = (file: string, text: string) => {
    write(root, file, text);
  };
  return { root, git, write: writeHere };
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** The map with another public entry of pool. */
function withPublic(...entries: readonly string[]): string {
  const map = JSON.parse(twoDomains["domain-isolation.config.json"] ?? "") as {
    domains: { pool: { public: readonly string[] } };
  };
  map.domains.pool.public = entries;
  return JSON.stringify(map);
}

describe("--staged", () => {
  it("tells what the next commit adds, and nothing that was there or is not staged", async () => {
    const { root, git, write } = repository();
    expect(await told(root, "--staged")).toEqual([]);
    write("src/users/a.ts", crossing);
    write("src/users/b.ts", other);
    git("add", "src/users/a.ts");
    expect(await told(root, "--staged")).toEqual(["src/users/a.ts:1"]);
    git("add", "src/users/b.ts");
    git("commit", "-qm", "second");
    expect(await told(root, "--staged")).toEqual([]);
  });

  it("reads what is staged, not what lies in the work tree", async () => {
    const { root, git, write } = repository();
    write("src/users/a.ts", `// staged\n${crossing}`);
    git("add", ".");
    write("src/users/a.ts", "export const use = 1;\n");
    expect(await told(root, "--staged")).toEqual(["src/users/a.ts:2"]);
    write("src/users/a.ts", "export const use = 1;\n");
    git("add", ".");
    write("src/users/a.ts", crossing);
    expect(await told(root, "--staged")).toEqual([]);
    rmSync(join(root, "src/users/a.ts"));
    expect(await told(root, "--staged")).toEqual([]);
  });

  it("shows the code as it is staged", async () => {
    const { root, git, write } = repository();
    write("src/users/a.ts", crossing);
    git("add", ".");
    write("src/users/a.ts", "export const other = 1;\n");
    const world = memoryWorld(["--staged"], { cwd: root });
    expect(await main(world)).toBe(1);
    expect(world.stdout.text()).toContain('1 │ import { takeSeat } from "../pool/seats.js";');
  });

  it("marks what the change breaks elsewhere", async () => {
    const { root, git, write } = repository({
      ...twoDomains,
      "src/users/redeem.ts":
        'import { Pool } from "../pool/index.js";\nexport const redeem = Pool;\n',
    });
    write("src/pool/api.ts", "export const api = 1;\n");
    write("domain-isolation.config.json", withPublic("src/pool/api.ts"));
    git("add", ".");
    expect(await told(root, "--staged")).toEqual(["src/users/redeem.ts:1 caused"]);
    const world = memoryWorld(["--staged"], { cwd: root });
    await main(world);
    expect(world.stdout.text()).toContain(
      "note  the change causes this in a file that it leaves as it is",
    );
  });

  it("takes a file that is renamed for the one that it was", async () => {
    const { root, git, write } = repository();
    renameSync(join(root, "src/users/redeem.ts"), join(root, "src/users/spend.ts"));
    write("src/users/index.ts", 'export { redeem } from "./spend.js";\n');
    git("add", "-A");
    expect(await told(root, "--staged")).toEqual([]);
  });

  it("works before the first commit, where everything is new", async () => {
    const root = temporaryProject(twoDomains);
    execFileSync("git", ["init", "-q"], { cwd: root });
    execFileSync("git", ["add", "."], { cwd: root });
    expect(await told(root, "--staged")).toEqual(["src/users/redeem.ts:2"]);
  });

  it("leaves what the baseline knows, and what it knows too much, to a run over everything", async () => {
    const { root, git, write } = repository();
    await main(memoryWorld(["--update-baseline"], { cwd: root }));
    git("add", ".");
    git("commit", "-qm", "baseline");
    write("src/users/redeem.ts", "export const redeem = 1;\n");
    git("add", ".");
    expect(await told(root, "--staged")).toEqual([]);
    expect(await told(root)).toEqual(["domain-isolation-baseline.json:3"]);
  });
});

describe("--changed", () => {
  it("tells what a branch and the work tree add to where it left another", async () => {
    const { root, git, write } = repository();
    git("checkout", "-qb", "topic");
    write("src/users/a.ts", crossing);
    git("add", ".");
    git("commit", "-qm", "second");
    write("src/users/b.ts", other);
    git("checkout", "-q", "main");
    write("src/users/later.ts", crossing);
    git("add", "src/users/later.ts");
    git("commit", "-qm", "third");
    git("checkout", "-q", "topic");
    const both = ["src/users/a.ts:1", "src/users/b.ts:1"];
    expect(await told(root, "--changed=main")).toEqual(both);
    expect(await told(root, "--changed")).toEqual(both);
    expect(await told(root, "--changed", "HEAD")).toEqual(["src/users/b.ts:1"]);
    expect(await told(root, "--changed=main", "src/pool")).toEqual([]);
  });

  it("sees what a removed file did for others", async () => {
    const { root } = repository({
      ...twoDomains,
      "domain-isolation.config.json": withPublic("src/pool/index.ts", "src/pool/gate.ts"),
      "src/users/redeem.ts": "export const redeem = 1;\n",
      "src/users/a.ts": 'import { gate } from "../pool/gate";\nexport const a = gate;\n',
      "src/pool/gate.ts": "export const gate = 1;\n",
      "src/pool/gate/index.ts": "export const gate = 2;\n",
    });
    expect(await told(root, "--changed=main")).toEqual([]);
    rmSync(join(root, "src/pool/gate.ts"));
    // No longer does anything stand at the public entry, which is another mistake.
    write(root, "domain-isolation.config.json", withPublic("src/pool/index.ts"));
    expect(await told(root, "--changed=main")).toEqual(["src/users/a.ts:1 caused"]);
  });

  it("takes all for new where there was no map to judge by", async () => {
    const { root } = repository({ ...twoDomains, "domain-isolation.config.json": "{" });
    write(root, "domain-isolation.config.json", withPublic("src/pool/index.ts"));
    expect(await told(root, "--changed=main")).toEqual(["src/users/redeem.ts:2 caused"]);
  });

  it.each([
    [["--changed=nowhere"], "git knows no `nowhere`"],
    [["--changed", "--staged"], "give one of them"],
    [["--staged", "--update-baseline"], "not about a change"],
  ])("refuses %j", async (words, said) => {
    expect(await told(repository().root, ...words)).toContain(said);
  });

  it("says so outside of a repository", async () => {
    expect(await told(temporaryProject(twoDomains), "--staged")).toContain(
      "lies in no repository of git",
    );
  });
});
