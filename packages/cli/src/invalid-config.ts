import { isAbsolute, relative } from "node:path";
import { ConfigError, type ConfigProblem } from "@domain-isolation/config/config-error";
import { CannotRun } from "./exit.js";
import { plural } from "./pretty/plural.js";

/** @throws {CannotRun} with every problem, where `read` finds the configuration invalid. */
export function orInvalidConfig<Result>(cwd: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigError) throw invalidConfig(error.problems, cwd);
    throw error;
  }
}

/** All problems, a line each, as `file:line:column message`. */
export function invalidConfig(problems: readonly ConfigProblem[], cwd: string): CannotRun {
  const lines = problems.map(
    ({ file, line, column, message }) =>
      `${fromHere(file, cwd)}:${String(line)}:${String(column)} ${message}`,
  );
  const count = plural(problems.length, "problem");
  return new CannotRun(`${count} in the configuration\n${lines.join("\n")}`);
}

function fromHere(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path.startsWith("..") || isAbsolute(path) ? file : path;
}
