import type { TreeFiles } from "../reader.js";
import { codeFiles } from "./file-order.js";

/** The newest look like what is written now, and the oldest like what began it. */
const looked = 2;

/** Whether one of a few files holds these words. */
export function textIn(files: TreeFiles, words: RegExp): boolean {
  const found = codeFiles(files.files);
  const few = [...found.slice(-looked), ...found.slice(0, looked)];
  return few.some((file) => words.test(files.text(file) ?? ""));
}
