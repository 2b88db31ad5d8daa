import { execFileSync } from "node:child_process";
import { lstatSync, statSync } from "node:fs";
import { join } from "node:path";
import { walkFiles } from "./walk-files.js";

/**
 * Every file below `root` that git does not ignore: relative to the root, with `/`, sorted by code
 * unit. Asks git where there is a work tree, else reads the folders and their `.gitignore` files.
 *
 * Symbolic links to folders are not followed, broken links are listed, and nothing in `node_modules`
 * is ours, tracked or not. A tracked file that is gone from the disk, by a rename under way or a sparse
 * checkout, is not listed.
 */
export function listFiles(root: string): readonly string[] {
  const listed = listWithGit(root);
  // A root that is itself ignored (a folder of build output, say) is empty to git; but it was asked for.
  return listed && listed.length > 0 ? listed : walkFiles(root);
}

/** Null without git, outside a work tree, and where git refuses to read it. */
export function listWithGit(root: string): readonly string[] | null {
  const lines = git(root, [
    ...["ls-files", "-z", "-t", "--stage", "--deleted"],
    ...["--others", "--exclude-standard"],
  ]);
  if (!lines) return null;
  const gone = new Set(lines.filter((line) => line.startsWith("R ")).map(trackedPath));
  const files = lines
    .flatMap((line) => listedFiles(root, line))
    .filter((path) => !/(?:^|\/)node_modules\//u.test(path) && !gone.has(path));
  return [...new Set(files)].sort();
}

/**
 * A line is `? path` or, of a tracked file, `tag mode object stage<TAB>path`. What is gone has a
 * second line, tagged `R`; `S` is what git was told not to look for.
 */
function listedFiles(root: string, line: string): readonly string[] {
  if (line.startsWith("? ")) return untrackedFiles(root, line.slice(2));
  const path = trackedPath(line);
  const mode = line.slice(2, 8);
  if (line.startsWith("S ") && !isThere(root, path)) return [];
  if (mode === "160000") return submoduleFiles(root, path);
  return mode === "120000" && isFolder(root, path) ? [] : [path];
}

function trackedPath(line: string): string {
  return line.slice(line.indexOf("\t") + 1);
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

function isThere(root: string, path: string): boolean {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
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
