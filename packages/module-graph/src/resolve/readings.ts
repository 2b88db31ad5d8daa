import { statSync, type Stats } from "node:fs";
import { plainLooks, type Looks } from "../files/looks.js";
import type { EntryKind } from "../files/questions.js";
import { withoutMark } from "../files/without-mark.js";
import { readJson, type ReadJson } from "./json.js";
import { createMemory, type Memory, type Observation, type Shelf } from "./memory.js";
import { readYaml } from "./read-yaml.js";

/** The readings of the disk that are remembered: each is made again only when it would differ. */
export interface Readings {
  /** For what rests on them. */
  readonly memory: Memory;
  readonly looks: Looks;
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

export function createReadings(looks: Looks = plainLooks): Readings {
  const memory = createMemory();
  const readWith = (read: (text: string) => ReadJson) => (path: string) =>
    readParsed(path, read, looks);
  return {
    memory,
    looks,
    use: remembered(
      memory,
      () => undefined,
      (path, read) => stamped(path, read, 0),
    ),
    listing: remembered(memory, looks.names, stamped),
    json: remembered(memory, readWith(readJson), stamped),
    yaml: remembered(memory, readWith(readYaml), stamped),
    kind: remembered(memory, looks.kind, compared),
    realPath: remembered(memory, looks.realPath, compared),
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

function readParsed(path: string, read: (text: string) => ReadJson, looks: Looks): ReadJson | null {
  try {
    return read(withoutMark(looks.text(path)));
  } catch {
    return null;
  }
}
