import { statSync } from "node:fs";

/** File systems count time in steps; as git does, a stamp this young is not trusted. In milliseconds. */
const youth = 2000;

/**
 * What tells, without a look inside, that a file or folder is as it was. Null where that can't be told:
 * there is nothing, or it may have changed since a run that began at `since` looked inside.
 */
export function stampOf(path: string, since: number): string | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat || Math.max(stat.mtimeMs, stat.ctimeMs) + youth >= since) return null;
    return [stat.mtimeMs, stat.ctimeMs, stat.size, stat.ino].join(" ");
  } catch {
    return null;
  }
}
