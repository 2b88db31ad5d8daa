import { spawnSync } from "node:child_process";
import { join } from "node:path";

const script = join(import.meta.dirname, "../../packages/cli/bin/check-domain-isolation.js");

/** What a test needs of a finding in the JSON that the command prints. */
export interface CommandFinding {
  readonly ruleId: string;
  readonly message: string;
  readonly why: string | null;
  readonly help: string | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly status: string;
}

/** What the command says of a repository when the given rules are errors. */
export function commandFindings(root: string, rules: readonly string[]): readonly CommandFinding[] {
  const levels = rules.flatMap((rule) => ["--rule", `${rule}=error`]);
  const options = ["--root", root, "--format", "json", ...levels];
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...options], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (stderr !== "") throw new Error(stderr);
  const output: unknown = JSON.parse(stdout);
  if (typeof output !== "object" || output === null || !("findings" in output)) {
    throw new Error(`no findings in ${stdout}`);
  }
  const findings = Array.isArray(output.findings) ? output.findings.filter(isFinding) : [];
  return findings.filter(({ ruleId, status }) => rules.includes(ruleId) && status === "new");
}

function isFinding(value: unknown): value is CommandFinding {
  return typeof value === "object" && value !== null && "ruleId" in value && "endColumn" in value;
}
