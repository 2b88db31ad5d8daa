import { readdirSync, readFileSync, statSync, type Dirent } from "node:fs";
import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import { asObject, readJson, type ReadJson } from "./json.js";

// Loaded with the first pnpm-workspace.yaml.
const requireYaml: (id: "yaml") => typeof Yaml = createRequire(import.meta.url);

/** What a name in a folder is; where a link leads is asked when somebody wants to know. */
export type EntryKind = "file" | "folder" | "link";

/**
 * Readings of the disk that outlive a refresh: a folder or file is read again only if it changed.
 */
export interface Readings {
  /** Null where there is no folder that can be read. */
  readonly listing: (folder: string) => ReadonlyMap<string, EntryKind> | null;
  /** Null where there is no file that can be read. */
  readonly json: (path: string) => ReadJson | null;
  readonly yaml: (path: string) => ReadJson | null;
}

export function createReadings(): Readings {
  return {
    listing: whileUnchanged(readListing),
    json: whileUnchanged((path) => readWith(path, readJson)),
    yaml: whileUnchanged((path) => readWith(path, readYaml)),
  };
}

interface Reading<Value> {
  readonly stamp: string;
  /** Whether the stamp was old enough that a later change must have got another one. */
  readonly isSettled: boolean;
  readonly value: Value;
}

/** File systems count time in steps; as git does, a stamp this young is not trusted. */
const settling = 2000;

function whileUnchanged<Value>(read: (path: string) => Value): (path: string) => Value {
  const known = new Map<string, Reading<Value>>();
  return (path) => {
    const { stamp, changed } = stampOf(path);
    const before = known.get(path);
    if (before?.isSettled && before.stamp === stamp) return before.value;
    const isSettled = Date.now() - changed > settling;
    const value = read(path);
    known.set(path, { stamp, isSettled, value });
    return value;
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
    const entries = readdirSync(folder, { withFileTypes: true });
    return new Map(entries.map((entry) => [entry.name, entryKind(entry)]));
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

function readYaml(text: string): ReadJson {
  try {
    const value: unknown = requireYaml("yaml").parse(text);
    return { value: asObject(value), error: null };
  } catch {
    const reason = "it is not valid YAML; what it says is not known";
    return { value: {}, error: { span: { start: 0, end: text.length }, reason } };
  }
}
