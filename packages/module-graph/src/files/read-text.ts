import type { Witness } from "./questions.js";
import { readDecoded, withoutMark } from "./read-decoded.js";

/**
 * The text of any file, whatever its size, without a byte order mark; null where it can't be read.
 * What is no valid UTF-8 stands in it as U+FFFD.
 */
export function readText(path: string, witness: Witness | null): string | null {
  try {
    return withoutMark(readDecoded(path, witness));
  } catch {
    return null;
  }
}
