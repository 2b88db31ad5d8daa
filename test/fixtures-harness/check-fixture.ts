import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import type { ObservedFinding } from "./expectation.js";

const command = resolve(import.meta.dirname, "../../packages/cli/bin/check-domain-isolation.js");

export interface FixtureReport {
  /** 1 when a finding fails the run. */
  readonly exitCode: 0 | 1;
  readonly findings: readonly ObservedFinding[];
  /** Imports that lead nowhere. */
  readonly unresolved: readonly unknown[];
}

/**
 * What the CLI says of a fixture.
 *
 * @throws {Error} with what it wrote to stderr when it could not run.
 */
export function checkFixture(root: string): FixtureReport {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, "--root", root, "--format", "json"],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0 && status !== 1) throw new Error(`exit ${String(status)}: ${stderr}`);
  const report: unknown = JSON.parse(stdout);
  if (!isReport(report)) throw new Error(`this is no report: ${stdout.slice(0, 200)}`);
  return { ...report, exitCode: status };
}

function isReport(value: unknown): value is Omit<FixtureReport, "exitCode"> {
  return (
    isRecord(value) &&
    Array.isArray(value.unresolved) &&
    Array.isArray(value.findings) &&
    value.findings.every(isFinding)
  );
}

function isFinding(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { ruleId, file, line, to, status, messageId } = value;
  const strings = [ruleId, file, status, messageId];
  return (
    strings.every((field) => typeof field === "string") &&
    typeof line === "number" &&
    (to === null || typeof to === "string")
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
