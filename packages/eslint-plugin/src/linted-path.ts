import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { isSourceFile } from "@domain-isolation/source-facts";

/** How ESLint names the text that comes without a file: as a placeholder in the working folder. */
const placeholder = "__placeholder__.js";

/** What ESLint and oxlint say of the file at hand. */
export interface LintedFile {
  readonly filename: string;
  readonly physicalFilename: string;
}

/**
 * The real path of the source file that is linted; null where there is none: text without a name
 * (`<input>`, `<text>`, the placeholder), and code that a processor cut out of a page
 * (`guide.md/0.ts`). A script cut out of a component (`page.astro/1.ts`) is that component's.
 */
export function lintedPath(
  { filename, physicalFilename }: LintedFile,
  realFolder: (folder: string) => string,
): string | null {
  const isWhole = filename === physicalFilename;
  if (!isSourceFile(filename) || !isAbsolute(filename)) return null;
  if (!isWhole && !component.test(physicalFilename)) return null;
  const name = basename(physicalFilename);
  return name === placeholder ? null : join(realFolder(dirname(physicalFilename)), name);
}

const component = /\.(?:vue|svelte|astro)$/u;

/** `path` relative to `root` with `/`; null where it lies outside. Both are absolute and real. */
export function pathBelow(root: string, path: string): string | null {
  const way = relative(root, path);
  if (way === "" || way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  return way.replaceAll(sep, "/");
}

/** Without symbolic links. What is not there yet, for a file not yet saved, is joined to what is. */
export function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(realFolder(parent), basename(folder));
  }
}
