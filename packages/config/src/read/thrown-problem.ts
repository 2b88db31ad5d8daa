import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConfigPlace } from "../config-error.js";
import type { ReadProblem } from "./read-config.js";

/** What was thrown while a configuration ran, as one sentence with its place and without a stack. */
export function thrownProblem(error: unknown, path: string): ReadProblem {
  const place = error instanceof Error ? thrownPlace(error.stack ?? "") : null;
  return {
    message: thrownSentence(error),
    at: place ?? { file: path, line: 1, column: 1 },
  };
}

function thrownSentence(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const [first = ""] = said.replace(/^(?:\w*Error: )+/u, "").split("\n");
  if (first.startsWith("await is only valid")) {
    return (
      "the configuration uses `await` outside of a function, which ESLint can't wait for; " +
      "write the map without it"
    );
  }
  return `the configuration can't be loaded: ${first.trim()}`;
}

/** `at load (/folder/file.ts:3:14)`, `file:///folder/file.ts:3:14`, `/folder/file.ts:3`. */
const stackLine =
  /^\s*(?:at )?(?:.*\()?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]).*?):(\d+)(?::\d+)?\)?\s*$/u;

/**
 * The innermost place of a stack that is neither Node's nor a package's. Its column is that of code
 * which has been rewritten, so the line's first character stands for it.
 */
function thrownPlace(stack: string): ConfigPlace | null {
  for (const text of stack.split("\n")) {
    const [, where = "", digits = ""] = stackLine.exec(text) ?? [];
    const file = where.startsWith("file:") ? fileURLToPath(where) : where;
    const line = Number(digits);
    if (isTheirs(file)) return { file, line, column: firstColumn(file, line) };
  }
  return null;
}

function isTheirs(file: string): boolean {
  if (file === "" || /[\\/]node_modules[\\/]/u.test(file)) return false;
  return relative(import.meta.dirname, file).startsWith("..") && existsSync(file);
}

function firstColumn(file: string, line: number): number {
  const text = readFileSync(file, "utf8").split("\n")[line - 1] ?? "";
  return Math.max(text.search(/\S/u), 0) + 1;
}
