import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { walkFiles } from "./walk-files.js";

/**
 * Every file below `root` that git does not ignore: relative to the root, with `/`, sorted by code
 * unit. Asks git where there is a work tree, else reads the folders and their `.gitignore` files.
 *
 * Symbolic links to folders are not followed, broken links are listed, and nothing in `node_modules`
 * is ours, tracked or not. A tracked file that is gone from the disk is still listed until git
 * knows.
 */
export function listFiles(root: string): readonly string[] {
  const listed = listWithGit(root);
  // A root that is itself ignored (a folder of build output, say) is empty to git; but it was asked for.
  return listed && listed.length > 0 ? listed : walkFiles(root);
}

/** Null without git, outside a work tree, and where git refuses to read it. */
export function listWithGit(root: string): readonly string[] | null {
  const tracked = git(root, ["ls-files", "-z", "--stage"]);
  const untracked = git(root, ["ls-files", "-z", "--others", "--exclude-standard"]);
  if (!tracked || !untracked) return null;
  const files = [
    ...tracked.flatMap((line) => trackedFiles(root, line)),
    ...untracked.flatMap((path) => untrackedFiles(root, path)),
  ].filter((path) => !/(?:^|\/)node_modules\//u.test(path));
  return [...new Set(files)].sort();
}

/** A line is `mode object stage<TAB>path`. */
function trackedFiles(root: string, line: string): readonly string[] {
  const path = line.slice(line.indexOf("\t") + 1);
  const mode = line.slice(0, 6);
  if (mode === "160000") return submoduleFiles(root, path);
  return mode === "120000" && isFolder(root, path) ? [] : [path];
}

/** A path that ends in `/` is another repository that was put here without being a submodule. */
function untrackedFiles(root: string, path: string): readonly string[] {
  if (path.endsWith("/")) return submoduleFiles(root, path.slice(0, -1));
  return isFolder(root, path) ? [] : [path];
}

function submoduleFiles(root: string, folder: string): readonly string[] {
  const isCheckedOut = statSync(join(root, folder, ".git"), { throwIfNoEntry: false });
  return isCheckedOut ? listFiles(join(root, folder)).map((file) => `${folder}/${file}`) : [];
}

function isFolder(root: string, path: string): boolean {
  try {
    return statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

function git(folder: string, args: readonly string[]): readonly string[] | null {
  try {
    const output = execFileSync("git", args, {
      cwd: folder,
      env: environment(),
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return output.split("\0").slice(0, -1);
  } catch {
    return null;
  }
}

/** In a hook, git names a repository in variables; it need not be the one of this folder. */
function environment(): NodeJS.ProcessEnv {
  const own = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR)$/u;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
