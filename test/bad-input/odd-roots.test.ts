import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { headings, runCommand } from "./run-command.js";
import {
  crossing,
  git,
  initGit,
  temporaryRepository,
  usersAndPool,
  writeEntries,
} from "./temporary-repository.js";

const clean = { code: 1, stderr: "" };

describe("a run that is not possible says why in one sentence", () => {
  it.each([
    ["a root that is missing", ["--root", "nowhere"], "the root `nowhere` does not exist"],
    ["a root that is a file", ["--root", "a.ts"], "the root `a.ts` is not a folder"],
    [
      "no configuration",
      [],
      "there is no domain-isolation.config.ts (or .mts, .js, .mjs, .json) here or in a folder above; write one, or name it with --config",
    ],
    [
      "a configuration that is missing",
      ["--config", "my.json"],
      "there is no configuration file `my.json`",
    ],
  ])("%s", (_name, words, sentence) => {
    const outcome = runCommand(temporaryRepository({ "a.ts": "" }), words);
    expect(outcome).toEqual({
      code: 2,
      stdout: "",
      stderr: `check-domain-isolation: ${sentence}\n`,
    });
  });
});

/**
 * Runs the real command as one who may not read everything: the superuser has to become nobody. Null
 * where nobody can't even start the command, since the checkout is the superuser's alone.
 */
function runWithoutPrivileges(cwd: string, ...words: readonly string[]) {
  const script = join(import.meta.dirname, "../../packages/cli/bin/check-domain-isolation.js");
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const run = (...more: readonly string[]) =>
    spawnSync(process.execPath, [script, ...more], { cwd, encoding: "utf8", ...nobody });
  if (run("--version").status !== 0) return null;
  const { status, stdout, stderr } = run(...words);
  return { code: status, stdout, stderr };
}

describe.skipIf(process.platform === "win32")("a root without permission", () => {
  it("is said to be one", ({ skip }) => {
    const holder = temporaryRepository({});
    chmodSync(holder, 0o755);
    mkdirSync(join(holder, "closed"), { mode: 0 });
    const outcome = runWithoutPrivileges(holder, "--root", "closed");
    if (!outcome) skip("only the superuser can read this checkout");
    expect(outcome).toEqual({
      code: 2,
      stdout: "",
      stderr: "check-domain-isolation: the root `closed` cannot be read: permission denied\n",
    });
  });
});

describe("a repository without a file", () => {
  it.each(["with git", "without git"])("is clean, %s", (kind) => {
    const map = JSON.stringify({ domains: { users: {}, pool: {} } });
    const root = temporaryRepository({ "domain-isolation.config.json": map });
    if (kind === "with git") initGit(root);
    expect(runCommand(root)).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("git", () => {
  const ignored = {
    ".gitignore": "generated/\n",
    "src/users/generated/a.ts": 'import "../../pool/seats.js";\n',
  };

  it("makes no difference when it is missing", () => {
    const root = temporaryRepository({ ...usersAndPool, ...ignored });
    initGit(root);
    const withGit = runCommand(root, ["--format", "json"]);
    const without = runCommand(root, ["--format", "json"], { PATH: join(root, "no-such-folder") });
    expect(without).toEqual(withGit);
    expect(headings(runCommand(root))).toEqual([crossing]);
  });

  it("need not have a commit, nor know the files", () => {
    const root = temporaryRepository({ ...usersAndPool, ...ignored });
    git(root, "init", "--quiet");
    expect(headings(runCommand(root))).toEqual([crossing]);
  });

  it("may hold a submodule", () => {
    const module = temporaryRepository({ "deep.ts": 'import "../../users/redeem.js";\n' });
    initGit(module);
    git(module, "commit", "--quiet", "--message", "all");
    const root = temporaryRepository(usersAndPool);
    initGit(root);
    git(root, "submodule", "--quiet", "add", module, "src/pool/module");
    expect(headings(runCommand(root))).toEqual([
      "src/pool/module/deep.ts:1:8 no-cross-domain-import",
      "src/pool/module/deep.ts:1:8 no-domain-cycle",
      crossing,
    ]);
  });
});

describe("where the command is run from", () => {
  const above = (root: string) => dirname(root);
  it.each([
    ["a folder of it", (root: string) => join(root, "src/pool"), () => []],
    ["above, with a trailing slash", above, (root: string) => ["--root", `${root}/`]],
    [
      "above, relative",
      above,
      (root: string) => ["--root", `./${basename(root)}/../${basename(root)}`],
    ],
  ])("makes no difference: %s", (_name, cwd, words) => {
    const root = temporaryRepository(usersAndPool);
    const here = runCommand(root);
    expect(here).toMatchObject(clean);
    expect(runCommand(cwd(root), words(root))).toEqual(here);
  });

  it("makes no difference: through a link", () => {
    const holder = temporaryRepository({});
    const root = join(holder, "real");
    mkdirSync(root);
    writeEntries(root, usersAndPool);
    symlinkSync("real", join(holder, "link"));
    const here = runCommand(root);
    expect(headings(here)).toEqual([crossing]);
    expect(runCommand(holder, ["--root", "link"])).toEqual(here);
    expect(runCommand(join(holder, "link"))).toEqual(here);
    expect(headings(runCommand(join(holder, "link"), ["src/users"]))).toEqual([crossing]);
  });
});
