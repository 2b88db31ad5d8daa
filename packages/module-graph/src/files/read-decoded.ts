import { readFileSync } from "node:fs";
import { contentSeen, failureSeen, type Witness } from "./questions.js";

/**
 * What stands in a file, its byte order mark included. What is no valid UTF-8 stands in it as U+FFFD.
 *
 * @throws {Error} as Node's own reading does.
 */
export function readDecoded(path: string, witness: Witness | null): string {
  try {
    const text = readFileSync(path, "utf8");
    witness?.("content", path, contentSeen(path, text));
    return text;
  } catch (error) {
    witness?.("content", path, failureSeen(error));
    throw error;
  }
}

export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
