import { relative } from "node:path";
import type { ConfigProblem } from "@domain-isolation/config";
import type { UncheckedFile } from "./examine-file.js";

/** What is said of a file that can't be checked, and where: lines from 1, columns from 0. */
export interface UncheckedReport {
  readonly loc: { readonly line: number; readonly column: number };
  readonly text: string;
}

const top = { line: 1, column: 0 };

/** Where problems of the map stand in the file itself, each is said at its place. */
export function uncheckedReports(
  { path, broken }: UncheckedFile,
  cwd: string,
): readonly UncheckedReport[] {
  if (!broken) return [{ loc: top, text: missingMap }];
  const own = broken.problems.filter(({ file }) => file === path);
  if (own.length > 0) {
    return own.map(({ line, column, message }) => ({
      loc: { line, column: column - 1 },
      text: message,
    }));
  }
  const list = broken.problems.map((problem) => `${place(problem, cwd)} ${problem.message}`);
  return [{ loc: top, text: `${unusableMap}: ${list.join("; ")}.` }];
}

const missingMap =
  "This file is not checked: there is no domain-isolation.config.ts (or .mts, .js, .mjs, .json) in " +
  'its folder or above. Write one, or name it in settings["domain-isolation"].config.';
const unusableMap = "This file is not checked, because the domain map can't be used";

function place({ file, line, column }: ConfigProblem, cwd: string): string {
  const path = relative(cwd, file).replaceAll("\\", "/");
  return `${path}:${String(line)}:${String(column)}`;
}
