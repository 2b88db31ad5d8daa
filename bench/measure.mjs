import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const hook = pathToFileURL(fileURLToPath(new URL("report-usage.mjs", import.meta.url))).href;

/**
 * Runs a Node program as a whole process.
 * @param {{ args: string[], cwd: string }} command
 * @returns {{ cpu: number, peak: number, stdout: string, stderr: string, status: number | null }}
 *   CPU seconds (user and system, all threads) and peak memory in MiB, as the operating system
 *   accounts them.
 */
export function measure({ args, cwd }) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const usage = join(folder, "usage.json");
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", hook, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: { ...process.env, BENCH_USAGE: usage, NODE_OPTIONS: "--max-old-space-size=8192" },
  });
  if (stdout === "") throw new Error(`${args.join(" ")} said nothing but: ${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, "utf8"));
  rmSync(folder, { recursive: true });
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024, stdout, stderr, status };
}
