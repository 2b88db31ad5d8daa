import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { digest } from "@domain-isolation/module-graph/looks";

/** One file of the cache: lines of text. Whatever goes wrong with it, it is as if it were not there. */
export interface CacheFile {
  /** Null where there is nothing that was written whole. */
  read(): readonly string[] | null;
  write(lines: readonly string[]): void;
}

/** Grows when what stands in a file changes its form. */
const form = "check-domain-isolation cache 1";

export function openCacheFile(folder: string, name: string): CacheFile {
  const path = join(folder, name);
  return {
    read: () => {
      try {
        return linesOf(readFileSync(path));
      } catch {
        return null;
      }
    },
    write: (lines) => {
      const body = lines.join("\n");
      writeWhole(path, `${form} ${digest(body)}\n${body}`);
    },
  };
}

/**
 * Makes the folder of a cache where there is none, and has git leave it alone.
 *
 * @returns what time it is by the clock of the file system, in milliseconds; null where nothing can be
 *   written
 */
export function openCacheFolder(folder: string): number | null {
  const draft = draftOf(join(folder, "clock"));
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, ".gitignore"))) writeFileSync(join(folder, ".gitignore"), "*\n");
    writeFileSync(draft, "");
    return statSync(draft).mtimeMs;
  } catch {
    return null;
  } finally {
    remove(draft);
  }
}

function linesOf(bytes: Buffer): readonly string[] | null {
  const end = bytes.indexOf("\n");
  const body = bytes.subarray(end + 1);
  const isWhole = bytes.toString("utf8", 0, end) === `${form} ${digest(body)}`;
  return isWhole ? body.toString("utf8").split("\n") : null;
}

/** Under another name first, so that nobody ever reads half of it, and two runs don't mix. */
function writeWhole(path: string, text: string): void {
  const draft = draftOf(path);
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch {
    remove(draft);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Whoever may not write here may not remove either.
  }
}

function draftOf(path: string): string {
  return `${path}.${randomUUID()}.draft`;
}
