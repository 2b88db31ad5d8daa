import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The files of a folder below a root, as `readTree` is given them. */
export function treeOnDisk(root, folder, dialect) {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "/").length))
    .sort();
  return { folder, files, dialect, text: (file) => textOf(join(root, file)) };
}

function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
