import { readFileSync, realpathSync, statSync } from "node:fs";
import type { ReadJson } from "./json.js";
import type { EntryKind, Readings } from "./readings.js";

/** What lies on disk below one root. Each folder is read once, so names are exact on any system. */
export interface Disk {
  /** Absolute, real, with `/`. */
  readonly root: string;
  isFile(path: string): boolean;
  /** The same for many names in one folder, at less cost. */
  filesIn(folder: string): FileTest;
  isFolder(path: string): boolean;
  /** The names in a folder, sorted. */
  names(folder: string): readonly string[];
  /** Without symbolic links. */
  readonly realPath: (path: string) => string;
  /** Null where there is nothing that can be read. */
  read(path: string): string | null;
  json(path: string): ReadJson | null;
  yaml(path: string): ReadJson | null;
}

/** Whether a name is a file. */
export type FileTest = (name: string) => boolean;

/** A folder below the root, or the root. */
interface Folder {
  /** Null where there is no folder. */
  readonly entries: ReadonlyMap<string, EntryKind> | null;
  readonly isFile: FileTest;
  /** The folder without symbolic links, once it is known. */
  real: string | null;
}

export function createDisk(root: string, readings: Readings): Disk {
  const folders = new Map<string, Folder>();
  const prefix = `${root}/`;

  function folderAt(path: string): Folder {
    const known = folders.get(path);
    if (known) return known;
    const exists = path === root || kindOf(path) === "folder";
    const entries = exists ? readings.listing(path) : null;
    const made = { entries, isFile: fileTest(path, entries), real: path === root ? root : null };
    folders.set(path, made);
    return made;
  }

  /** Outside the root folders may not be ours to list: only the path itself is asked for there. */
  function kindOf(path: string): EntryKind | undefined {
    if (path === root) return "folder";
    if (!path.startsWith(prefix)) return statKind(path);
    const slash = path.lastIndexOf("/");
    const kind = folderAt(path.slice(0, slash)).entries?.get(path.slice(slash + 1));
    return kind === "link" ? statKind(path) : kind;
  }

  function realPath(path: string): string {
    if (path === root) return root;
    if (!path.startsWith(prefix)) return systemPath(path);
    const slash = path.lastIndexOf("/");
    const name = path.slice(0, slash);
    const folder = folderAt(name);
    if (folder.entries?.get(path.slice(slash + 1)) === "link") return systemPath(path);
    folder.real ??= realPath(name);
    return folder.real === name ? path : folder.real + path.slice(slash);
  }

  const isOurs = (folder: string): boolean => folder === root || folder.startsWith(prefix);
  const entriesOf = (folder: string): ReadonlyMap<string, EntryKind> | null =>
    isOurs(folder) ? folderAt(folder).entries : readings.listing(folder);
  return {
    root,
    isFile: (path) => kindOf(path) === "file",
    filesIn: (folder) => (isOurs(folder) ? folderAt(folder).isFile : statTest(folder)),
    isFolder: (path) => kindOf(path) === "folder",
    names: (folder) => [...(entriesOf(folder)?.keys() ?? [])].sort(),
    realPath,
    read: readText,
    json: readings.json,
    yaml: readings.yaml,
  };
}

function fileTest(folder: string, entries: ReadonlyMap<string, EntryKind> | null): FileTest {
  if (!entries) return () => false;
  return (name) => {
    const kind = entries.get(name);
    return kind === "link" ? statKind(`${folder}/${name}`) === "file" : kind === "file";
  };
}

function statTest(folder: string): FileTest {
  return (name) => statKind(`${folder}/${name}`) === "file";
}

function statKind(path: string): EntryKind | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return undefined;
    return stat.isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

function systemPath(path: string): string {
  try {
    return realpathSync.native(path).replaceAll("\\", "/");
  } catch {
    return path;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
  } catch {
    return null;
  }
}
