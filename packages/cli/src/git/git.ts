import { spawnSync } from "node:child_process";
import { CannotRun } from "../exit.js";

/** A repository of git, asked in a folder of it. */
export interface Git {
  /** The commit at which the branch at hand left another one. */
  mergeBase(ref: string): string;
  /** The files of a commit below the folder, relative to it. */
  filesAt(commit: string): readonly string[];
  /** The text of a file of a commit. */
  textAt(commit: string, file: string): string;
  /** The three sides of a file in conflict; an empty text where a side has none. */
  sides(file: string): { readonly base: string; readonly ours: string; readonly theirs: string };
  /** What the remote calls its main branch; `main` or `master` where there is no remote. */
  defaultBase(): string;
}

/** @throws {CannotRun}, each of its functions, with what git says. */
export function openGit(folder: string): Git {
  const run = (args: readonly string[]): string | null => {
    const { status, stdout } = spawnSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1024 * 1024 * 1024,
    });
    return status === 0 ? stdout : null;
  };
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
