import type { Looks } from "./looks.js";
import { withoutMark } from "./without-mark.js";

/**
 * The text of any file, whatever its size, without a byte order mark; null where it can't be read.
 * What is no valid UTF-8 stands in it as U+FFFD.
 */
export function readText(path: string, looks: Looks): string | null {
  try {
    return withoutMark(looks.text(path));
  } catch {
    return null;
  }
}
