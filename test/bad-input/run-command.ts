import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";

const script = join(import.meta.dirname, "../../packages/cli/bin/check-domain-isolation.js");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command. Whatever it is given, it never shows a stack, nor blames itself. */
export function runCommand(
  cwd: string,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+|something went wrong inside/mu);
  return { code: status, stdout, stderr };
}

/** `file:line:column rule` of every finding, as the terminal shows them. */
export function headings({ stdout }: Outcome): readonly string[] {
  const heading = /^(.+:\d+:\d+) {2}(?:error|warn) {2}(\S+)$/gmu;
  return [...stdout.matchAll(heading)].map(([, place = "", rule = ""]) => `${place} ${rule}`);
}
