import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../..");

/** What a reader of a page does, or sees, in its order. */
export type Step =
  | { readonly kind: "run"; readonly line: string }
  | { readonly kind: "write"; readonly file: string; readonly text: string }
  | { readonly kind: "see"; readonly text: string };

export function readPage(page: string): string {
  return readFileSync(join(repository, page), "utf8");
}

/** Commands are to be run, blocks with the name of a file written, other `text` seen. */
export function stepsOf(page: string): readonly Step[] {
  return blocksOf(page).flatMap(({ language, title, text }): readonly Step[] => {
    if (title !== "") return [{ kind: "write", file: title, text }];
    if (language === "text") return [{ kind: "see", text }];
    return language === "sh" ? linesOf(text).map((line) => ({ kind: "run", line })) : [];
  });
}

/** The commands that a page tells its reader to run. */
export function commandsOf(page: string): readonly string[] {
  return stepsOf(page).flatMap((step) => (step.kind === "run" ? [step.line] : []));
}

export function blocksOf(page: string) {
  const blocks = page.matchAll(/^```(\w*) ?(\S*)[^\n]*\n([\s\S]*?)^```/gmu);
  return [...blocks].map(([, language = "", title = "", text = ""]) => ({ language, title, text }));
}

/** Without remarks. */
function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+# .*$/u, "").trim())
    .filter((line) => line !== "");
}

/** The words of a command line, as a shell takes them apart. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}
