import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../..");
const compiler = join(repository, "node_modules/typescript/bin/tsc");

/**
 * Builds a copy of a fixture with `tsc -b`, and returns what the compiler complains of. A copy, so
 * that nothing which was built before helps, and nothing is left behind.
 */
export function compileFixture(root: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "fixture-")));
  try {
    cpSync(root, copy, { recursive: true });
    symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"), "dir");
    const { stdout, stderr, status } = spawnSync(process.execPath, [compiler, "-b"], {
      cwd: copy,
      encoding: "utf8",
    });
    return status === 0 ? "" : `${stdout}${stderr}`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
