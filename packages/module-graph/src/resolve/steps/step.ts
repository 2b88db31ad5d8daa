import { posix } from "node:path";
import type { Disk } from "../disk.js";
import type { Request } from "../request.js";
import type { World } from "../world.js";

/**
 * What a step decided: the absolute paths of files, that the module is another's, or — null — that
 * the next step shall try. No files at all means that nothing is imported: a pattern without a
 * match, a folder that a URL names.
 */
export type Outcome = readonly string[] | "external" | null;

/** Tells people of one attempt and what came of it. */
export type Note = (attempt: string, outcome: string) => void;

/** `note` is null where nobody listens, as nearly always: words cost more than the look. */
export type Step = (request: Request, world: World, note: Note | null) => Outcome;

/** A path as people know it: relative to the root. */
export function shown(disk: Disk, path: string): string {
  if (path.startsWith(`${disk.root}/`)) return path.slice(disk.root.length + 1);
  return posix.relative(disk.root, path) || ".";
}
