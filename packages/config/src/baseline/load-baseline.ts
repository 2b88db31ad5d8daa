import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Baseline } from "@domain-isolation/model";
import { ConfigError } from "../config-error.js";
import { baselineName, readBaseline } from "./read-baseline.js";

/**
 * The baseline of a repository: `domain-isolation-baseline.json` in its root. Null where there is
 * none.
 *
 * @param read reads a file as a text, and throws as Node does
 * @throws {ConfigError} when it can't be read.
 */
export function loadBaseline(root: string, read = readUtf8): Baseline | null {
  const path = join(root, baselineName);
  const text = readIfThere(path, read);
  return text === null ? null : readBaseline(text, path);
}

function readUtf8(path: string): string {
  return readFileSync(path, "utf8");
}

function readIfThere(path: string, read: typeof readUtf8): string | null {
  try {
    return read(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    const message = "the baseline can't be read; see to its permissions, or remove it";
    throw new ConfigError([{ file: path, line: 1, column: 1, message }], [path]);
  }
}
