import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { CannotRun } from "./exit.js";

/** Whether a file, relative to the root, is one that the command line asks about. */
export type Selection = (file: string) => boolean;

/**
 * What the paths of the command line select of the files that were read.
 *
 * @throws {CannotRun} for a path that is not there, lies outside the root, or holds no source file.
 */
export function selectFiles(
  paths: readonly string[],
  { cwd, root, files }: { cwd: string; root: string; files: readonly string[] },
): Selection {
  if (paths.length === 0) return () => true;
  const selected = paths.map((path) => {
    const inside = toRelative(path, cwd, root);
    const holds = (file: string) =>
      inside === "" || file === inside || file.startsWith(`${inside}/`);
    if (!files.some(holds)) throw new CannotRun(`\`${path}\` holds no source file that is read`);
    return holds;
  });
  return (file) => selected.some((holds) => holds(file));
}

/**
 * A path as the user writes it, relative to the root, with `/`; empty for the root itself.
 *
 * @throws {CannotRun} when there is no such file, or it lies outside the root.
 */
export function toRelative(path: string, cwd: string, root: string): string {
  const inside = relative(root, existing(resolve(cwd, path), path));
  if (isAbsolute(inside) || inside === ".." || inside.startsWith(`..${sep}`)) {
    throw new CannotRun(`\`${path}\` lies outside the root \`${root}\``);
  }
  return inside.split(sep).join("/");
}

function existing(path: string, written: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new CannotRun(`there is no file or folder \`${written}\``);
  }
}
