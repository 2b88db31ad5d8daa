import { posix } from "node:path";

/**
 * `posix.join` of a folder (absolute, normal) and a path. Specifiers have dots at most at their
 * beginning; those need no look at every character.
 */
export function joinPath(folder: string, path: string): string {
  let base = folder;
  let start = 0;
  while (path.startsWith(".", start)) {
    if (path.startsWith("./", start)) start += 2;
    else if (path.startsWith("../", start) && base.lastIndexOf("/") > 0) {
      start += 3;
      base = parentOf(base);
    } else return posix.join(folder, path);
  }
  const rest = start === 0 ? path : path.slice(start);
  const isOdd =
    path === "" ||
    folder === "/" ||
    rest.startsWith("/") ||
    rest.includes("//") ||
    rest.includes("/.");
  return isOdd ? posix.join(folder, path) : `${base}/${rest}`;
}

/** The folder of an absolute path that does not end in `/`. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
