import type { TreeFiles } from "../reader.js";
import type { FoundScripts } from "./find-scripts.js";

/** More need no look: a tool's marks stand in all of its files. */
const looks = 5;

/** Whether a pattern stands in the text of one of the first scripts. */
export function isInTexts(files: TreeFiles, { scripts }: FoundScripts, pattern: RegExp): boolean {
  const sql = scripts.filter(({ file }) => file.endsWith(".sql")).slice(0, looks);
  return sql.some(({ file }) => pattern.test(files.text(file) ?? ""));
}

/** Whether a manifest in the folder, or in one above it, names a dependency. */
export function isInManifests(
  files: TreeFiles,
  { base }: FoundScripts,
  manifest: string,
  pattern: RegExp,
): boolean {
  const parts = base === "" ? [] : base.split("/");
  return Array.from({ length: parts.length + 1 }, (_, count) => parts.slice(0, count)).some(
    (folder) => pattern.test(files.text([...folder, manifest].join("/")) ?? ""),
  );
}
