import { hash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from "node:fs";

/**
 * What can be asked of a path. `content`: what stands in it. `names`: what lies in it. `kind`: what it
 * is, links followed. `real path`: where it lies without links.
 */
export type Question = "content" | "names" | "kind" | "real path";

/** Told of every look at the disk: what was asked, and what was seen, as `answers` writes it. */
export type Witness = (question: Question, path: string, seen: string) => void;

/** What a name in a folder is; where a link leads is asked when somebody wants to know. */
export type EntryKind = "file" | "folder" | "link";

/** Asks the disk, and writes the answer as a short text: the same one exactly where the same is seen. */
export const answers: Readonly<Record<Question, (path: string) => string>> = {
  content: (path) => {
    try {
      return contentSeen(path, readFileSync(path, "utf8"));
    } catch (error) {
      return failureSeen(error);
    }
  },
  names: (path) => namesSeen(readNames(path)),
  kind: (path) => readKind(path) ?? "nothing",
  "real path": readRealPath,
};

/** Texts that hold U+FFFD may have been decoded from other bytes than these. */
export function contentSeen(path: string, decoded: string): string {
  return digest(decoded.includes("\uFFFD") ? readFileSync(path) : decoded);
}

/** Why something could not be read, as `answers.content` says it. */
export function failureSeen(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unreadable";
}

export function namesSeen(names: ReadonlyMap<string, EntryKind> | null): string {
  if (!names) return "nothing";
  const lines = [...names].map(([name, kind]) => `${kind} ${name}`);
  return digest(lines.sort().join("\n"));
}

/** Short enough to be kept a hundred thousand times. */
export function digest(content: string | Buffer): string {
  return hash("sha1", content, "base64url");
}

/** Null where there is no folder that can be read. */
export function readNames(folder: string): ReadonlyMap<string, EntryKind> | null {
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

/** Links are followed. Null where there is nothing. */
export function readKind(path: string): "file" | "folder" | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return null;
    return stat.isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

/** Without symbolic links; the path itself where it leads nowhere. */
export function readRealPath(path: string): string {
  try {
    return realpathSync.native(path).replaceAll("\\", "/");
  } catch {
    return path;
  }
}
