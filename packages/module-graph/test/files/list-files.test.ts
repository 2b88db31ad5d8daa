import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFiles, listWithGit } from "../../src/files/list-files.js";
import { walkFiles } from "../../src/files/walk-files.js";

const files: Readonly<Record<string, string>> = {
  ".gitignore": "*.log\n/build/\ngenerated/*\n!generated/keep.ts\n/(literal)/\n",
  "debug.log": "",
  "build/out.ts": "",
  "apps/build/ours.ts": "",
  "generated/code.ts": "",
  "generated/keep.ts": "",
  "apps/web/.gitignore": "!important.log\nsecret\nCASE.ts\n",
  "apps/web/important.log": "",
  "apps/web/other.log": "",
  "apps/web/secret/key.ts": "",
  "apps/web/case.ts": "",
  "apps/web/(admin)/[id]/page.tsx": "",
  "apps/web/with space/a file.ts": "",
  "apps/web/new\nline.ts": "",
  "用户/兑换码.ts": "",
  "Z.ts": "",
  "a.ts": "",
  "x.ts/inner.ts": "",
  "node_modules/pkg/index.js": "",
  "apps/web/node_modules/pkg/index.js": "",
};

const listed = [
  ".gitignore",
  "Z.ts",
  "a.ts",
  "apps/build/ours.ts",
  "apps/web/(admin)/[id]/page.tsx",
  "apps/web/.gitignore",
  "apps/web/broken-link.ts",
  "apps/web/case.ts",
  "apps/web/important.log",
  "apps/web/linked-file.ts",
  "apps/web/new\nline.ts",
  "apps/web/with space/a file.ts",
  "generated/keep.ts",
  "x.ts/inner.ts",
  "用户/兑换码.ts",
];

const folder = realpathSync(mkdtempSync(join(tmpdir(), "list-")));
const inGit = join(folder, "in-git");
const plain = join(folder, "plain");
const web = listed
  .filter((file) => file.startsWith("apps/web/"))
  .map((file) => file.slice("apps/web/".length));

function git(...args: readonly string[]): void {
  execFileSync("git", ["-C", inGit, ...args], { stdio: "ignore" });
}

function plant(root: string): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  symlinkSync("nowhere.ts", join(root, "apps/web/broken-link.ts"));
  symlinkSync("../../a.ts", join(root, "apps/web/linked-file.ts"));
  symlinkSync("../..", join(root, "apps/web/loop"));
}

beforeAll(() => {
  plant(inGit);
  plant(plain);
  git("init", "-q");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("listFiles", () => {
  it("lists the same with git and without", () => {
    expect(listWithGit(inGit)).toEqual(listed);
    expect(listFiles(inGit)).toEqual(listed);
    expect(walkFiles(inGit)).toEqual(listed);
    expect(listWithGit(plain)).toBeNull();
    expect(listFiles(plain)).toEqual(listed);
  });

  it("lists the same when all is staged, tracked node_modules left out", () => {
    git("add", "--all", ".");
    git("add", "--force", "node_modules");
    expect(listFiles(inGit)).toEqual(listed);
  });

  it("knows the rules of the folders above when the root is a subfolder", () => {
    expect(listFiles(join(inGit, "apps/web"))).toEqual(web);
    expect(walkFiles(join(inGit, "apps/web"))).toEqual(web);
  });

  it("leaves out what is tracked and gone, though git still knows it", () => {
    rmSync(join(inGit, "a.ts"));
    rmSync(join(inGit, "x.ts"), { recursive: true });
    git("update-index", "--skip-worktree", "Z.ts", "generated/keep.ts");
    rmSync(join(inGit, "Z.ts"));
    // The link to a.ts is broken by now, and still a file of its own.
    const left = listed.filter((file) => !["a.ts", "x.ts/inner.ts", "Z.ts"].includes(file));
    expect(listFiles(inGit)).toEqual(left);
    expect(walkFiles(inGit)).toEqual(left);
    git("update-index", "--no-skip-worktree", "Z.ts", "generated/keep.ts");
    git("checkout", "--", ".");
    expect(listFiles(inGit)).toEqual(listed);
  });

  it("lists an ignored folder that is itself the root", () => {
    expect(listFiles(join(inGit, "build"))).toEqual(["out.ts"]);
  });

  it("lists the files of repositories within", () => {
    const inner = join(inGit, "vendored");
    mkdirSync(inner);
    writeFileSync(join(inner, "x.ts"), "");
    execFileSync("git", ["-C", inner, "init", "-q"]);
    expect(listFiles(inGit)).toContain("vendored/x.ts");
    rmSync(inner, { recursive: true });
  });

  it("is not misled by the repository that a hook names", () => {
    process.env.GIT_DIR = join(folder, "elsewhere/.git");
    const found = listWithGit(inGit);
    delete process.env.GIT_DIR;
    expect(found).toEqual(listed);
  });
});
