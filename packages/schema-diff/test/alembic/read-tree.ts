import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { Dialect } from "@domain-isolation/model";
import type { TreeInput } from "../../src/readers/reader.js";

/** The files of a tree on disk, as a reader is given them. */
export function treeOnDisk(root: string, folder: string, dialect: Dialect): TreeInput {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => posix.join(folder, file.replaceAll("\\", "/")))
    .sort();
  return { folder, dialect, files, text: (file) => textOf(join(root, file)) };
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Files that are told by their texts. */
export function treeOf(
  files: Readonly<Record<string, string>>,
  {
    folder = "versions",
    dialect = "postgresql",
  }: Partial<Pick<TreeInput, "folder" | "dialect">> = {},
): TreeInput {
  const names = Object.keys(files).sort();
  const below = names.filter((file) => folder === "" || file.startsWith(`${folder}/`));
  return { folder, dialect, files: below, text: (file) => files[file] ?? null };
}
