import { readFileSync } from "node:fs";

/**
 * The text of any file, whatever its size, without a byte order mark; null where it can't be read.
 * What is no valid UTF-8 stands in it as U+FFFD.
 */
export function readText(path: string): string | null {
  try {
    const text = readFileSync(path, "utf8");
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  } catch {
    return null;
  }
}
