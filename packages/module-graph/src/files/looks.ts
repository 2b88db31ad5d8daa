import { readFileSync } from "node:fs";
import { listFiles } from "./list-files.js";
import {
  contentSeen,
  failureSeen,
  namesSeen,
  readKind,
  readNames,
  readRealPath,
  type EntryKind,
  type Witness,
} from "./questions.js";

/** How the disk is looked at: everything that is read of a repository is read through this. */
export interface Looks {
  /**
   * What stands in a file.
   *
   * @throws {Error} as Node's own reading does.
   */
  readonly bytes: (path: string) => Buffer;
  /**
   * The same as a text, its byte order mark included. What is no valid UTF-8 stands in it as U+FFFD.
   *
   * @throws {Error} as Node's own reading does.
   */
  readonly text: (path: string) => string;
  /** Null where there is no folder that can be read. */
  readonly names: (folder: string) => ReadonlyMap<string, EntryKind> | null;
  /** Links are followed. Null where there is nothing. */
  readonly kind: (path: string) => "file" | "folder" | null;
  /** Without symbolic links; the path itself where it leads nowhere. */
  readonly realPath: (path: string) => string;
  /** Every file below a root that git does not ignore; see `listFiles`. */
  readonly files: (root: string) => readonly string[];
}

/** The disk as it is. */
export const plainLooks: Looks = {
  bytes: (path) => readFileSync(path),
  text: (path) => readFileSync(path, "utf8"),
  names: readNames,
  kind: readKind,
  realPath: readRealPath,
  files: listFiles,
};

/** The same looks, and a witness is told of each. */
export function witnessed(looks: Looks, witness: Witness | null): Looks {
  if (!witness) return looks;
  return {
    ...looks,
    text: (path) => {
      try {
        const text = looks.text(path);
        witness("content", path, contentSeen(path, text));
        return text;
      } catch (error) {
        witness("content", path, failureSeen(error));
        throw error;
      }
    },
    names: (folder) => {
      const names = looks.names(folder);
      witness("names", folder, namesSeen(names));
      return names;
    },
    kind: (path) => {
      const kind = looks.kind(path);
      witness("kind", path, kind ?? "nothing");
      return kind;
    },
    realPath: (path) => {
      const real = looks.realPath(path);
      witness("real path", path, real);
      return real;
    },
  };
}
