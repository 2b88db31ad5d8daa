import type { TreeFiles } from "../reader.js";

/** The folders in which Alembic looks for revisions. */
export interface VersionFolders {
  readonly folders: readonly string[];
  /** Whether it looks in what is below them too. */
  readonly isRecursive: boolean;
}

/**
 * Where the revisions are of a tree that is named by any of its folders: that of `alembic.ini`, that
 * of `env.py`, or the one of the revisions themselves.
 */
export function versionFolders(files: TreeFiles): VersionFolders {
  const { folder } = files;
  const own = readConfiguration(folder, files);
  if (own) return foldersOf(own, folder);
  if (isVersionFolder(files)) return { folders: [folder], isRecursive: false };
  for (const above of foldersAbove(folder)) {
    const settings = readConfiguration(above, files);
    if (settings && scriptFolder(settings, above) === folder) return foldersOf(settings, above);
  }
  return { folders: [joinPath(folder, "versions")], isRecursive: false };
}

/** It holds scripts, and the one that runs them isn't among them. */
function isVersionFolder(tree: TreeFiles): boolean {
  const { folder, files } = tree;
  if (tree.text(joinPath(folder, "env.py")) !== null) return false;
  return files.some((file) => file.endsWith(".py") && joinPath(file, "..") === folder);
}

type Settings = ReadonlyMap<string, string>;

function foldersOf(settings: Settings, here: string): VersionFolders {
  const isRecursive = settings.get("recursive_version_locations") === "true";
  const locations = settings.get("version_locations");
  const script = scriptFolder(settings, here);
  if (!locations) return { folders: [joinPath(script, "versions")], isRecursive };
  const separator = settings.get("version_path_separator") ?? settings.get("path_separator");
  const all = locations.split(separators[separator ?? ""] ?? /[\s,]+/u);
  const folders = all.filter((each) => each.trim() !== "").map((each) => place(each.trim(), here));
  return { folders, isRecursive };
}

const separators: Readonly<Record<string, RegExp>> = {
  space: / +/u,
  newline: /\n/u,
  os: /[:\n]/u,
  ":": /:/u,
  ";": /;/u,
};

function scriptFolder(settings: Settings, here: string): string {
  return place(settings.get("script_location") ?? "alembic", here);
}

/** `%(here)s/migrations`, `migrations`, or a package: `app:migrations`. */
function place(location: string, here: string): string {
  const path = location.replaceAll("%(here)s", ".").replaceAll("%%", "%").replace(":", "/");
  return joinPath(here, path);
}

function joinPath(folder: string, path: string): string {
  const segments = folder.split("/").filter((segment) => segment !== "");
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}

function foldersAbove(folder: string): readonly string[] {
  const segments = folder.split("/");
  return segments.map((_, index) => segments.slice(0, segments.length - index - 1).join("/"));
}

function readConfiguration(folder: string, files: TreeFiles): Settings | null {
  const ini = files.text(joinPath(folder, "alembic.ini"));
  const settings = ini === null ? null : sectionOf(ini, "[alembic]");
  if (settings?.has("script_location")) return settings;
  const toml = files.text(joinPath(folder, "pyproject.toml"));
  const tool = toml === null ? null : sectionOf(toml, "[tool.alembic]");
  return tool?.has("script_location") ? tool : null;
}

/** The entries of a section of an INI file, or the plain ones of TOML: texts and lists of texts. */
function sectionOf(text: string, heading: string): Settings {
  const settings = new Map<string, string>();
  let isInside = false;
  let last: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    if (line.startsWith("[")) isInside = line.trim() === heading;
    const entry = /^([\w.]+)\s*[=:]\s*(.*)$/u.exec(line);
    if (!isInside || /^\s*[#;]/u.test(line)) continue;
    if (entry) {
      last = entry[1] ?? "";
      settings.set(last, bare(entry[2] ?? ""));
    } else if (last !== null && /^[\s\]]/u.test(line)) {
      settings.set(last, `${settings.get(last) ?? ""}\n${bare(line)}`);
    }
  }
  return settings;
}

function bare(value: string): string {
  return value.replaceAll(/["'[\],]/gu, " ").trim();
}
