import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dialect } from "@domain-isolation/model";
import type { Change, MigrationTree, TreeInput } from "../src/index.js";

/** The files of a folder on disk, as a reader is given them. */
export function filesOnDisk(root: string, folder: string, dialect: Dialect): TreeInput {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "/").length))
    .sort();
  const text = (file: string) => {
    const path = join(root, file);
    return existsSync(path) ? readFileSync(path, "utf8") : null;
  };
  return { folder, files, dialect, text };
}

/** Files that stand nowhere; null for one that can't be read. */
export function filesOf(
  texts: Readonly<Record<string, string | null>>,
  folder = "db",
  dialect: Dialect = "postgresql",
): TreeInput {
  const files = Object.keys(texts).sort();
  return { folder, files, dialect, text: (file) => texts[file] ?? null };
}

/** What changes are, in the first words of their statements: `create table users`. */
export function shown(changes: readonly Change[], files: TreeInput): readonly string[] {
  return changes.map(({ at: { file, span } }) => {
    const statement = (files.text(file) ?? "").slice(span.start, span.end);
    return statement.trim().split(/\s+/u).slice(0, 3).join(" ").toLowerCase();
  });
}

/** The problems of a tree, by kind and file. */
export function problemsOf({ problems }: MigrationTree): readonly string[] {
  return problems.map(({ kind, at }) => `${kind}: ${at.file}`);
}
