import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createModuleGraph } from "@domain-isolation/module-graph";
import { runCommand } from "./bad-input/run-command.js";
import { temporaryRepository } from "./bad-input/temporary-repository.js";

const fixture = join(import.meta.dirname, "../fixtures/gpt-invite");

/** Two copies that differ in where they lie, and in the order in which their files were made. */
function copies(): readonly [string, string] {
  const first = join(temporaryRepository({}), "a");
  cpSync(fixture, first, { recursive: true });
  const second = join(temporaryRepository({}), "somewhere else", "z");
  for (const file of createModuleGraph(first).files().toReversed()) {
    mkdirSync(dirname(join(second, file)), { recursive: true });
    writeFileSync(join(second, file), readFileSync(join(first, file)));
  }
  return [first, second];
}

describe("the same tree gives the same bytes, wherever it lies", () => {
  it.each([
    ["pretty", ["--format", "pretty"]],
    ["json", ["--format", "json"]],
    ["jsonl", ["--format", "jsonl"]],
    ["sarif", ["--format", "sarif"]],
    ["github", ["--format", "github"]],
    ["facts", ["facts"]],
  ])("%s", (_name, words) => {
    const [first, second] = copies();
    const outcome = runCommand(first, words);
    expect(outcome.stdout.length).toBeGreaterThan(1000);
    expect(outcome.stderr).toBe("");
    expect(runCommand(second, words)).toEqual(outcome);
    expect(outcome.stdout).not.toContain(dirname(first));
  });
});
