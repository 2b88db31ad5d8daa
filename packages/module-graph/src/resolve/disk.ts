import type { EntryKind } from "../files/questions.js";
import { readText } from "../files/read-text.js";
import type { ReadJson } from "./json.js";
import type { Shelf } from "./memory.js";
import type { Readings } from "./readings.js";

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
}

export function createDisk(root: string, readings: Readings): Disk {
  const { memory } = readings;
  const folders: Shelf<Folder> = new Map();
  const realFolders: Shelf<string> = new Map();
  const prefix = `${root}/`;

  const folderAt = (path: string): Folder =>
    memory.remember(folders, path, () => {
      const exists = path === root || kindOf(path) === "folder";
      const entries = exists ? readings.listing(path) : null;
      return { entries, isFile: fileTest(path, entries, readings) };
    });

  /** Outside the root folders may not be ours to list: only the path itself is asked for there. */
  function kindOf(path: string): EntryKind | null {
    if (path === root) return "folder";
    if (!path.startsWith(prefix)) return readings.kind(path);
    const slash = path.lastIndexOf("/");
    const kind = folderAt(path.slice(0, slash)).entries?.get(path.slice(slash + 1)) ?? null;
    return kind === "link" ? readings.kind(path) : kind;
  }

  function realPath(path: string): string {
    if (path === root) return root;
    if (!path.startsWith(prefix)) return readings.realPath(path);
    const slash = path.lastIndexOf("/");
    const name = path.slice(0, slash);
    const isLink = folderAt(name).entries?.get(path.slice(slash + 1)) === "link";
    if (isLink) return readings.realPath(path);
    const real = memory.remember(realFolders, name, () => realPath(name));
    return real === name ? path : real + path.slice(slash);
  }

  const isOurs = (folder: string): boolean => folder === root || folder.startsWith(prefix);
  const entriesOf = (folder: string): ReadonlyMap<string, EntryKind> | null =>
    isOurs(folder) ? folderAt(folder).entries : readings.listing(folder);
  return {
    root,
    isFile: (path) => kindOf(path) === "file",
    filesIn: (folder) => (isOurs(folder) ? folderAt(folder).isFile : kindTest(folder, readings)),
    isFolder: (path) => kindOf(path) === "folder",
    names: (folder) => [...(entriesOf(folder)?.keys() ?? [])].sort(),
    realPath,
    read: (path) => readText(path, readings.looks),
    json: readings.json,
    yaml: readings.yaml,
  };
}

function fileTest(
  folder: string,
  entries: ReadonlyMap<string, EntryKind> | null,
  { kind }: Readings,
): FileTest {
  if (!entries) return () => false;
  return (name) => {
    const entry = entries.get(name);
    return entry === "link" ? kind(`${folder}/${name}`) === "file" : entry === "file";
  };
}

function kindTest(folder: string, { kind }: Readings): FileTest {
  return (name) => kind(`${folder}/${name}`) === "file";
}
