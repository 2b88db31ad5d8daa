import { readdirSync, readFileSync, statSync, type Dirent } from "node:fs";
import { readJson, type ReadJson } from "./json.js";
import { readYaml } from "./read-yaml.js";

/** What a name in a folder is; where a link leads is asked when somebody wants to know. */
export type EntryKind = "file" | "folder" | "link";

/**
 * Readings of the disk that outlive a refresh: after one, a folder or file is read again only if it
 * has changed. Who never refreshes pays for no look at that.
 */
export interface Readings {
  /** Null where there is no folder that can be read. */
  readonly listing: (folder: string) => ReadonlyMap<string, EntryKind> | null;
  /** Null where there is no file that can be read. */
  readonly json: (path: string) => ReadJson | null;
  readonly yaml: (path: string) => ReadJson | null;
  /** From now on, what has changed is read again. */
  readonly refresh: () => void;
}

export function createReadings(): Readings {
  const listings = whileUnchanged(readListing);
  const jsons = whileUnchanged((path) => readWith(path, readJson));
  const yamls = whileUnchanged((path) => readWith(path, readYaml));
  return {
    listing: listings.get,
    json: jsons.get,
    yaml: yamls.get,
    refresh: () => {
      for (const readings of [listings, jsons, yamls]) readings.watch();
    },
  };
}

interface Reading<Value> {
  /** Null if nobody was to know of changes. */
  readonly stamp: string | null;
  /** Whether the stamp was old enough that a later change must have got another one. */
  readonly isSettled: boolean;
  readonly value: Value;
}

interface Remembered<Value> {
  readonly get: (path: string) => Value;
  readonly watch: () => void;
}

/** File systems count time in steps; as git does, a stamp this young is not trusted. */
const settling = 2000;

function whileUnchanged<Value>(read: (path: string) => Value): Remembered<Value> {
  const known = new Map<string, Reading<Value>>();
  let isWatching = false;
  const keep = (path: string, reading: Reading<Value>): Value => {
    known.set(path, reading);
    return reading.value;
  };
  return {
    get: (path) => {
      const before = known.get(path);
      if (!isWatching) {
        return before
          ? before.value
          : keep(path, { stamp: null, isSettled: false, value: read(path) });
      }
      const { stamp, changed } = stampOf(path);
      if (before?.isSettled && before.stamp === stamp) return before.value;
      const isSettled = Date.now() - changed > settling;
      return keep(path, { stamp, isSettled, value: read(path) });
    },
    watch: () => {
      isWatching = true;
    },
  };
}

function stampOf(path: string): { readonly stamp: string; readonly changed: number } {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    const stamp = [ino, size, mtimeMs, ctimeMs].join(":");
    return { stamp, changed: Math.max(mtimeMs, ctimeMs) };
  } catch {
    return { stamp: "", changed: Infinity };
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
