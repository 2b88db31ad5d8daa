import {
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from "node:fs";
import { readJson, type ReadJson } from "./json.js";
import { createMemory, type Memory, type Observation, type Shelf } from "./memory.js";
import { readYaml } from "./read-yaml.js";

/** What a name in a folder is; where a link leads is asked when somebody wants to know. */
export type EntryKind = "file" | "folder" | "link";

/** The readings of the disk that are remembered: each is made again only when it would differ. */
export interface Readings {
  /** For what rests on them. */
  readonly memory: Memory;
  /** Null where there is no folder that can be read. */
  readonly listing: (folder: string) => ReadonlyMap<string, EntryKind> | null;
  /** Null where there is no file that can be read. */
  readonly json: (path: string) => ReadJson | null;
  readonly yaml: (path: string) => ReadJson | null;
  /** Reads nothing: for what others make of a file, and make again when it has changed. */
  readonly use: (path: string) => void;
  /** Links are followed. Null where there is nothing. */
  readonly kind: (path: string) => "file" | "folder" | null;
  /** Without symbolic links; the path itself where it leads nowhere. */
  readonly realPath: (path: string) => string;
}

export function createReadings(): Readings {
  const memory = createMemory();
  return {
    memory,
    use: remembered(
      memory,
      () => undefined,
      (path, read) => stamped(path, read, 0),
    ),
    listing: remembered(memory, readListing, stamped),
    json: remembered(memory, (path) => readWith(path, readJson), stamped),
    yaml: remembered(memory, (path) => readWith(path, readYaml), stamped),
    kind: remembered(memory, readKind, compared),
    realPath: remembered(memory, readRealPath, compared),
  };
}

type Read<Value> = (path: string) => Value;
type Observe = <Value>(path: string, read: Read<Value>) => Observation<Value>;

function remembered<Value>(memory: Memory, read: Read<Value>, observe: Observe): Read<Value> {
  const shelf: Shelf<Value> = new Map();
  const isNeverAsked = () => false;
  return (path) =>
    memory.observe(shelf, path, () =>
      memory.isWatching() ? observe(path, read) : { value: read(path), holds: isNeverAsked },
    );
}

/** Small enough to be read again for the comparison. */
function compared<Value>(path: string, read: Read<Value>): Observation<Value> {
  const value = read(path);
  return { value, holds: () => read(path) === value };
}

/** File systems count time in steps; as git does, a stamp this young is not trusted. In milliseconds. */
const youth = 2000;

/** Known by its stamp, if that was old enough for a later change to have got another one. */
function stamped<Value>(path: string, read: Read<Value>, untrusted = youth): Observation<Value> {
  const before = stampOf(path);
  const age = before ? Date.now() - Math.max(before.mtimeMs, before.ctimeMs) : Infinity;
  const isSettled = age > untrusted;
  return { value: read(path), holds: () => isSettled && isSame(before, stampOf(path)) };
}

function stampOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isSame(a: Stats | undefined, b: Stats | undefined): boolean {
  if (!a || !b) return a === b;
  return a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.size === b.size && a.ino === b.ino;
}

function readKind(path: string): "file" | "folder" | null {
  const stat = stampOf(path);
  if (!stat) return null;
  return stat.isDirectory() ? "folder" : "file";
}

function readRealPath(path: string): string {
  try {
    return realpathSync.native(path).replaceAll("\\", "/");
  } catch {
    return path;
  }
}

function readListing(folder: string): ReadonlyMap<string, EntryKind> | null {
  try {
    const kinds = new Map<string, EntryKind>();
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      kinds.set(entry.name, entryKind(entry));
    }
    return kinds;
  } catch {
    return null;
  }
}

function entryKind(entry: Dirent): EntryKind {
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "file";
}

function readWith(path: string, read: (text: string) => ReadJson): ReadJson | null {
  try {
    return read(readFileSync(path, "utf8").replace(/^\uFEFF/u, ""));
  } catch {
    return null;
  }
}
