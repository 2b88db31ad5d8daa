import { compilePattern } from "@domain-isolation/model";
import type { Disk } from "../disk.js";

/** The folders that a pattern such as `packages/*` or `libs/**` means; `node_modules` is never one. */
export function findFolders(disk: Disk, folder: string, pattern: string): readonly string[] {
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  return [...new Set(descend(disk, folder, segments))];
}

function descend(disk: Disk, folder: string, segments: readonly string[]): readonly string[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [folder];
  if (segment === "**") {
    const deeper = subfolders(disk, folder).flatMap((inner) => descend(disk, inner, segments));
    return [...descend(disk, folder, rest), ...deeper];
  }
  if (!/[*?{]/u.test(segment)) {
    const inner = `${folder}/${segment}`;
    return disk.isFolder(inner) ? descend(disk, inner, rest) : [];
  }
  const matches = segment === "*" ? () => true : compilePattern(segment).matches;
  return subfolders(disk, folder)
    .filter((inner) => matches(inner.slice(folder.length + 1)))
    .flatMap((inner) => descend(disk, inner, rest));
}

/** Links are left aside: they may lead in circles. */
function subfolders(disk: Disk, folder: string): readonly string[] {
  return disk
    .names(folder)
    .filter((name) => !name.startsWith(".") && name !== "node_modules")
    .map((name) => `${folder}/${name}`)
    .filter((path) => disk.isFolder(path) && disk.realPath(path) === path);
}
