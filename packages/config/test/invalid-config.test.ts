import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ConfigError, type ConfigProblem } from "../src/config-error.js";
import { loadConfig } from "../src/load-config.js";
import { rules } from "./rules.js";

const fixtures = [
  "config-invalid-json/domain-isolation.config.json",
  "config-invalid-ts/domain-isolation.config.ts",
].map((file) => fileURLToPath(new URL(`../../../fixtures/${file}`, import.meta.url)));

describe.each(fixtures)("%s", (path) => {
  const problems = problemsOf(path);
  const lines = readFileSync(path, "utf8").split("\n");

  const expected = lines.flatMap((text, index) =>
    text
      .split("// error: ")
      .slice(1)
      .map((message) => ({ line: index + 1, message: message.trim() })),
  );

  it.each(expected)("line $line: $message", ({ line, message }) => {
    const found = problems
      .filter((problem) => problem.line === line)
      .map((problem) => problem.message);
    expect(found.join("\n")).toContain(message);
  });

  it("says nothing else", () => {
    const unexpected = problems.filter(
      (problem) =>
        !expected.some(
          ({ line, message }) => problem.line === line && problem.message.includes(message),
        ),
    );
    expect(unexpected).toEqual([]);
    expect(problems).toHaveLength(expected.length);
  });

  it("goes by the order of the file", () => {
    const places = problems.map(({ line, column }) => line * 1000 + column);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(problems.map(({ file }) => basename(file))).size).toBe(1);
  });

  it("never repeats what may be a password", () => {
    expect(problems.map(({ message }) => message).join("\n")).not.toContain("secret");
  });
});

function problemsOf(path: string): readonly ConfigProblem[] {
  try {
    loadConfig(path, rules);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
