import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Baseline } from "@domain-isolation/model";
import { ConfigError } from "../config-error.js";
import { baselineName, readBaseline } from "./read-baseline.js";

/**
 * The baseline of a repository: `domain-isolation-baseline.json` in its root. Null where there is
 * none.
 *
 * @throws {ConfigError} when it can't be read.
 */
export function loadBaseline(root: string): Baseline | null {
  const path = join(root, baselineName);
  const text = readIfThere(path);
  return text === null ? null : readBaseline(text, path);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    const message = "the baseline can't be read; see to its permissions, or remove it";
    throw new ConfigError([{ file: path, line: 1, column: 1, message }], [path]);
  }
}
