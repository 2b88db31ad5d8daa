import { closeSync, existsSync, openSync } from "node:fs";
import { execFile, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryProject, twoDomains } from "./temporary-project.js";

const bin = fileURLToPath(new URL("../bin/check-domain-isolation.js", import.meta.url));

/** So many findings that their JSON is larger than a pipe holds. */
function crowded(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `import { takeSeat as seat${String(index)} } from "../pool/seats.js";`,
  );
  return temporaryProject({ ...twoDomains, "src/users/redeem.ts": `${lines.join("\n")}\n` });
}

function run(cwd: string, ...words: string[]) {
  const options = { cwd, maxBuffer: 2 ** 28 };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, [bin, ...words], options, (error, stdout, stderr) => {
      done({ code: error ? error.code : 0, stdout, stderr });
    });
  });
}

/** Reads the first bytes of the output and hangs up, as `head` does. */
async function hangUp(cwd: string, ...words: string[]) {
  const child = spawn(process.execPath, [bin, ...words], { cwd });
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, stderr };
}

describe("the process", () => {
  it("says in its exit code that there are findings, not how many: 256 are not 0", async () => {
    const { code, stdout } = await run(crowded(256), "--format=json");
    expect(JSON.parse(stdout)).toHaveProperty("summary.errors", 256);
    expect(code).toBe(1);
  });

  it("ends only when all is written, into a pipe too", async () => {
    const { stdout } = await run(crowded(5000), "--format=json");
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(stdout)).toHaveProperty("summary.errors", 5000);
  });

  it("is quiet when nobody reads any more", async () => {
    expect(await hangUp(crowded(5000), "--format=json")).toEqual({ code: 1, stderr: "" });
    expect(await hangUp(crowded(5000), "facts")).toEqual({ code: 0, stderr: "" });
  });

  it.runIf(existsSync("/dev/full"))("says when its output cannot be written", async () => {
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, [bin], {
      cwd: crowded(1),
      stdio: ["ignore", full, "pipe"],
    });
    let stderr = "";
    child.stderr?.on("data", (text: Buffer) => (stderr += text.toString()));
    expect(await new Promise((done) => child.once("close", done))).toBe(2);
    closeSync(full);
    expect(stderr).toMatch(/^check-domain-isolation: the output could not be written: ENOSPC/u);
  });

  it("says what was wrong on standard error, without a stack", async () => {
    const { code, stdout, stderr } = await run(crowded(1), "--nonsense");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe("check-domain-isolation: unknown option '--nonsense'\n");
  });
});
