import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Git } from "./git.js";

/** Some files of a commit in a folder of their own, for the time of a function. */
export function withFilesAt<Result>(
  git: Git,
  commit: string,
  isWanted: (file: string) => boolean,
  use: (folder: string) => Result,
): Result {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "domain-isolation-")));
  try {
    for (const file of git.filesAt(commit).filter(isWanted)) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, git.textAt(commit, file));
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
