import type { TreeProblem } from "./tree.js";

/** A problem of a whole file, or of a folder. */
export function problemOf(kind: TreeProblem["kind"], file: string, message: string): TreeProblem {
  return { kind, at: { file, span: { start: 0, end: 0 } }, message };
}

export function unreadable(file: string): TreeProblem {
  const message = `${file} can't be read, so nothing is known of what it does; look at whether it is there and may be read`;
  return problemOf("unreadable file", file, message);
}
