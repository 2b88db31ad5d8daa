import { createModuleGraph } from "@domain-isolation/module-graph";

/** The files of a repository, with the trees of its code: what reading needs of the disk. */
export function openRepository(root) {
  const graph = createModuleGraph(root);
  return { files: () => graph.files(), text: (file) => graph.text(file), code: graph.code };
}

/** The files of a folder, as `readTree` is given them. */
export function treeOfCode({ files, text, code }, folder, dialect) {
  const below = files().filter((file) => file.startsWith(`${folder}/`));
  return { folder, files: below, dialect, text, code };
}

/** CPU of the process in seconds, user and system, since `before`. */
export function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1e6).toFixed(2);
}
