import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import type { default as CreateIgnore, Ignore } from "ignore";

// Loaded where git can't be asked.
const requireIgnore: (id: "ignore") => typeof CreateIgnore = createRequire(import.meta.url);

/** The rules of one `.gitignore`; they are about paths below its folder. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** What git would list below `root`, found by reading the folders and their `.gitignore` files. */
export function walkFiles(root: string): readonly string[] {
  const above = rulesAbove(root);
  const files: string[] = [];
  walk(root, isIgnored(above, root, true) ? [] : above, (path) => {
    files.push(relative(root, path).split(sep).join("/"));
  });
  return files.sort();
}

function walk(folder: string, above: readonly IgnoreFile[], onFile: (path: string) => void): void {
  const rules = [...above, ...rulesOf(folder, ".gitignore")];
  for (const entry of entriesOf(folder)) {
    if (entry.name === ".git" || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (isIgnored(rules, path, entry.isDirectory())) continue;
    if (entry.isDirectory()) walk(path, rules, onFile);
    else if (entry.isFile() || (entry.isSymbolicLink() && !leadsToFolder(path))) onFile(path);
  }
}

/** The nearest file that says anything of a path decides; git never looks into an ignored folder. */
function isIgnored(rules: readonly IgnoreFile[], path: string, isFolder: boolean): boolean {
  for (const { folder, rules: ignored } of rules.toReversed()) {
    if (path === folder) continue;
    const name = relative(folder, path).split(sep).join("/");
    const answer = ignored.test(isFolder ? `${name}/` : name);
    if (answer.ignored || answer.unignored) return answer.ignored;
  }
  return false;
}

/** The rules of the folders above, up to the one that holds `.git`; none outside a work tree. */
function rulesAbove(root: string): readonly IgnoreFile[] {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    if (folder !== root) folders.unshift(folder);
    if (existsSync(join(folder, ".git"))) {
      const own = rulesOf(folder, ".git/info/exclude");
      return [...own, ...folders.flatMap((above) => rulesOf(above, ".gitignore"))];
    }
    if (dirname(folder) === folder) return [];
  }
}

function rulesOf(folder: string, name: string): readonly IgnoreFile[] {
  try {
    const text = readFileSync(join(folder, name), "utf8");
    return [{ folder, rules: requireIgnore("ignore")({ ignorecase: false }).add(text) }];
  } catch {
    return [];
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}
