import { describe, expect, it } from "vitest";
import { createProgress } from "../src/progress.js";
import { memoryOutput, memoryWorld } from "./memory-world.js";

function progressAfter(milliseconds: number, terminal: boolean, env: Record<string, string> = {}) {
  let time = 0;
  const stderr = memoryOutput(terminal);
  const world = { ...memoryWorld([], { env, now: () => time }), stderr };
  const progress = createProgress(world);
  time = milliseconds;
  progress.update(1200, 3000);
  progress.update(1201, 3000);
  progress.clear();
  return stderr.text();
}

describe("progress", () => {
  it("is shown after a second, not at every file, and cleared at the end", () => {
    expect(progressAfter(1000, true)).toBe("\r\u001B[Kreading 1200/3000 files\r\u001B[K");
  });

  it("is not shown for a short run, in a pipe, or in CI", () => {
    expect(progressAfter(999, true)).toBe("");
    expect(progressAfter(5000, false)).toBe("");
    expect(progressAfter(5000, true, { CI: "true" })).toBe("");
  });
});
