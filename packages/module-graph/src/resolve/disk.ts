import { readFileSync, realpathSync, statSync } from "node:fs";
import type { ReadJson } from "./json.js";
import type { EntryKind, Readings } from "./readings.js";
import { remember } from "../remember.js";

/** What lies on disk below one root. Each folder is read once, so names are exact on any system. */
export interface Disk {
  /** Absolute, real, with `/`. */
  readonly root: string;
  isFile(path: string): boolean;
  /** The same for many names in one folder, at less cost. */
  filesIn(folder: string): (name: string) => boolean;
  isFolder(path: string): boolean;
  /** The names in a folder, sorted. */
  names(folder: string): readonly string[];
  /** Without symbolic links. */
  realPath(path: string): string;
  /** Null where there is nothing that can be read. */
  read(path: string): string | null;
  json(path: string): ReadJson | null;
  yaml(path: string): ReadJson | null;
}

export function createDisk(root: string, readings: Readings): Disk {
  const listings = new Map<string, ReadonlyMap<string, EntryKind> | null>();
  const fileTests = new Map<string, (name: string) => boolean>();
  const realFolders = new Map<string, string>([[root, root]]);
  const isBelow = (path: string): boolean => path.startsWith(`${root}/`);

  function listing(folder: string): ReadonlyMap<string, EntryKind> | null {
    const known = listings.get(folder);
    if (known !== undefined) return known;
    const exists = folder === root || !isBelow(folder) || kindOf(folder) === "folder";
    const made = exists ? readings.listing(folder) : null;
    listings.set(folder, made);
    return made;
  }

  function entry(path: string): EntryKind | undefined {
    const slash = path.lastIndexOf("/");
    return listing(path.slice(0, slash))?.get(path.slice(slash + 1));
  }

  /** Outside the root folders may not be ours to list: only the path itself is asked for there. */
  function kindOf(path: string): EntryKind | undefined {
    if (path === root) return "folder";
    const kind = isBelow(path) ? entry(path) : "link";
    return kind === "link" ? statKind(path) : kind;
  }

  function createFileTest(folder: string): (name: string) => boolean {
    const isOurs = folder === root || isBelow(folder);
    if (!isOurs) return (name) => statKind(`${folder}/${name}`) === "file";
    const entries = listing(folder);
    return (name) => {
      const kind = entries?.get(name);
      return kind === "link" ? statKind(`${folder}/${name}`) === "file" : kind === "file";
    };
  }

  function realFolder(folder: string): string {
    return remember(realFolders, folder, () => realPath(folder));
  }

  function realPath(path: string): string {
    if (path === root) return root;
    if (!isBelow(path) || entry(path) === "link") return systemPath(path);
    const slash = path.lastIndexOf("/");
    return realFolder(path.slice(0, slash)) + path.slice(slash);
  }

  return {
    root,
    isFile: (path) => kindOf(path) === "file",
    filesIn: (folder) => remember(fileTests, folder, () => createFileTest(folder)),
    isFolder: (path) => kindOf(path) === "folder",
    names: (folder) => [...(listing(folder)?.keys() ?? [])].sort(),
    realPath,
    read: readText,
    json: readings.json,
    yaml: readings.yaml,
  };
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
