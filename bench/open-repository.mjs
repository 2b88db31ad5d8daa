import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { createModuleGraph } from "@domain-isolation/module-graph";
import { generateRepository } from "./generate-repository.mjs";

/**
 * The repository that is measured: a folder of the caller's, or one that is generated.
 * @param {{ repo?: string, users?: string, pool?: string, files: string }} options of the command
 * @param {string} scratch an empty folder
 */
export function openRepository({ repo, users, pool, files: count }, scratch) {
  if (!repo) {
    const root = join(scratch, "repository");
    generateRepository(root, Number(count));
    return { root, users: "src/users", pool: "src/pool", files: sources(root), scratch };
  }
  const root = realpathSync(resolve(repo));
  const files = sources(root);
  const [first, second] = largestFolders(files);
  return { root, users: users ?? first, pool: pool ?? second, files, scratch };
}

function sources(root) {
  return createModuleGraph(root)
    .files()
    .filter((file) => /\.[cm]?[jt]sx?$/u.test(file));
}

function largestFolders(files) {
  const counts = new Map();
  for (const file of files) {
    const folder = file.split("/").slice(0, 2).join("/");
    if (folder !== file) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([folder]) => folder);
}
