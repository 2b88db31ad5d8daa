import type { Looks } from "./looks.js";
import type { EntryKind } from "./questions.js";

/** Files, relative to a root with `/`, as they are to be seen; null where none is to be there. */
export type Changes = ReadonlyMap<string, Buffer | null>;

/**
 * A repository as it is in a commit or in git's index: the disk, but for the files that differ there.
 * `root` is absolute and real. Folders come and go with their files.
 */
export function changedLooks(looks: Looks, root: string, changes: Changes): Looks {
  const prefix = `${root}/`;
  const folders = changedFolders(changes);
  const inside = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : null);
  const changed = (path: string): Buffer | null | undefined => {
    const file = inside(path);
    return file === null ? undefined : changes.get(file);
  };
  const bytes = (path: string): Buffer => {
    const content = changed(path);
    if (content === null) throw new AbsentFile(path);
    return content ?? looks.bytes(path);
  };
  return {
    bytes,
    text: (path) => (changed(path) === undefined ? looks.text(path) : bytes(path).toString("utf8")),
    names: (folder) => {
      const own = folders.get(folder === root ? "" : (inside(folder) ?? "."));
      const before = looks.names(folder);
      return own ? withNames(before, own) : before;
    },
    kind: (path) => {
      const content = changed(path);
      if (content !== undefined) return content === null ? null : "file";
      return folders.get(inside(path) ?? ".")?.size ? "folder" : looks.kind(path);
    },
    realPath: (path) => (changed(path) ? path : looks.realPath(path)),
    files: (asked) => (asked === root ? withFiles(looks.files(root), changes) : looks.files(asked)),
  };
}

/** The names that come to a folder, and those that leave it. */
type NameChanges = ReadonlyMap<string, EntryKind | null>;

function changedFolders(changes: Changes): ReadonlyMap<string, NameChanges> {
  const folders = new Map<string, Map<string, EntryKind | null>>();
  for (const [file, content] of changes) {
    let path = file;
    let kind: EntryKind | null = content === null ? null : "file";
    for (;;) {
      const slash = path.lastIndexOf("/");
      const folder = path.slice(0, Math.max(slash, 0));
      const names = folders.get(folder) ?? new Map<string, EntryKind | null>();
      folders.set(folder, names);
      names.set(path.slice(slash + 1), kind);
      // What is gone leaves its folder there: an empty one leads nowhere.
      if (slash < 0 || kind === null) break;
      [path, kind] = [folder, "folder"];
    }
  }
  return folders;
}

function withNames(
  before: ReadonlyMap<string, EntryKind> | null,
  changes: NameChanges,
): ReadonlyMap<string, EntryKind> | null {
  const names = new Map(before);
  for (const [name, kind] of changes) {
    if (kind === null) names.delete(name);
    else names.set(name, kind);
  }
  return before === null && names.size === 0 ? null : names;
}

function withFiles(before: readonly string[], changes: Changes): readonly string[] {
  const files = new Set(before);
  for (const [file, content] of changes) {
    if (content === null) files.delete(file);
    else files.add(file);
  }
  return [...files].sort();
}

class AbsentFile extends Error {
  readonly code = "ENOENT";

  constructor(path: string) {
    super(`there is no \`${path}\``);
  }
}
