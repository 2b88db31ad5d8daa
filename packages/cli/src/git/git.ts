import { spawnSync } from "node:child_process";
import { CannotRun } from "../exit.js";
import { batchContents } from "./batch-contents.js";

/** A repository of git, asked in a folder of it. */
export interface Git {
  /** The commit at which the branch at hand left another one. */
  mergeBase(ref: string): string;
  /** The files of a commit below the folder, relative to it. */
  filesAt(commit: string): readonly string[];
  /** The text of a file of a commit. */
  textAt(commit: string, file: string): string;
  /** The commit at hand; the empty tree where there is none yet. */
  head(): string;
  /** The files, relative to the folder, that differ between a commit or the index and what follows. */
  changedSince(commit: string, until: "index" | "work tree"): readonly string[];
  changedSinceIndex(): readonly string[];
  /** Files that git does not know, and does not ignore. */
  untracked(): readonly string[];
  /** What stands in files of a commit, or of the index (an empty text); null where one has none. */
  contents(at: string, files: readonly string[]): ReadonlyMap<string, Buffer | null>;
  /** The three sides of a file in conflict; an empty text where a side has none. */
  sides(file: string): { readonly base: string; readonly ours: string; readonly theirs: string };
  /** What the remote calls its main branch; `main` or `master` where there is no remote. */
  defaultBase(): string;
}

const mostOutput = 1024 * 1024 * 1024;

/** The name of a tree without files is the same in every repository. */
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** @throws {CannotRun}, each of its functions, with what git says. */
export function openGit(folder: string): Git {
  const run = (args: readonly string[]): string | null => {
    const { status, stdout } = spawnSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: mostOutput,
    });
    return status === 0 ? stdout : null;
  };
  const names = (args: readonly string[]): readonly string[] => {
    const listed = run(args);
    if (listed === null) throw new CannotRun(noRepository(folder));
    return listed.split("\0").filter((file) => file !== "");
  };
  const diff = (...args: readonly string[]) =>
    names(["diff", "--no-renames", "--no-ext-diff", "--name-only", "-z", "--relative", ...args]);
  const exists = (ref: string) => run(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  return {
    mergeBase(ref) {
      const commit = run(["merge-base", "HEAD", ref])?.trim();
      if (commit) return commit;
      throw new CannotRun(
        exists(ref) === null
          ? `git knows no \`${ref}\`; fetch it, or name another with --base`
          : `\`${ref}\` and this branch have no commit in common; name another with --base`,
      );
    },
    filesAt(commit) {
      const listed = run(["ls-tree", "-r", "-z", "--name-only", commit]) ?? "";
      return listed.split("\0").filter((file) => file !== "");
    },
    textAt: (commit, file) => run(["show", `${commit}:./${file}`]) ?? "",
    head: () => run(["rev-parse", "--verify", "--quiet", "HEAD"])?.trim() ?? emptyTree,
    changedSince: (commit, until) => diff(...(until === "index" ? ["--cached"] : []), commit),
    changedSinceIndex: () => diff(),
    untracked: () => names(["ls-files", "-z", "--others", "--exclude-standard"]),
    contents(at, files) {
      const prefix = run(["rev-parse", "--show-prefix"])?.trim() ?? "";
      const contents = catFiles(
        folder,
        files.map((file) => `${at}:${prefix}${file}`),
      );
      return new Map(files.map((file, index) => [file, contents[index] ?? null]));
    },
    sides: (file) => ({
      base: run(["show", `:1:./${file}`]) ?? "",
      ours: run(["show", `:2:./${file}`]) ?? "",
      theirs: run(["show", `:3:./${file}`]) ?? "",
    }),
    defaultBase() {
      const found = ["origin/HEAD", "origin/main", "origin/master", "main", "master"].find(
        (ref) => exists(ref) !== null,
      );
      if (found !== undefined) return found;
      throw new CannotRun("there is no branch to compare with; name one with --base");
    },
  };
}

function catFiles(folder: string, objects: readonly string[]): readonly (Buffer | null)[] {
  const { status, stdout } = spawnSync("git", ["cat-file", "--batch"], {
    cwd: folder,
    input: objects.map((object) => `${object}\n`).join(""),
    maxBuffer: mostOutput,
  });
  const contents = status === 0 ? batchContents(stdout, objects.length) : null;
  if (contents) return contents;
  throw new CannotRun(`git could not read the files of another state of \`${folder}\``);
}

function noRepository(folder: string): string {
  return `\`${folder}\` lies in no repository of git, so nothing tells what has changed`;
}
