import { readdirSync } from "node:fs";
import { CannotRun } from "./exit.js";
import { didYouMean } from "./did-you-mean.js";
import type { Reporter } from "./reporter.js";

const folder = new URL("./reporters/", import.meta.url);
const modulePattern = /(?<!\.d)\.[jt]s$/u;

/** The output formats: one for each file in `reporters/`, named as the file is. */
export function formatNames(): readonly string[] {
  return reporterFiles().map((file) => file.replace(modulePattern, ""));
}

/** Loads one format and no other. */
export async function loadReporter(format: string): Promise<Reporter> {
  const file = reporterFiles().find((name) => name.replace(modulePattern, "") === format);
  if (file === undefined) throw unknownFormat(format, formatNames());
  const module: unknown = await import(new URL(file, folder).href);
  if (!hasReporter(module)) throw new Error(`reporters/${file} exports no reporter`);
  return module.reporter;
}

export function unknownFormat(format: string, known: readonly string[]): CannotRun {
  const hint = didYouMean(format, known);
  return new CannotRun(
    `unknown format "${format}"${hint || `; the formats are ${known.join(", ")}`}`,
  );
}

function reporterFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => modulePattern.test(file))
    .sort();
}

function hasReporter(module: unknown): module is { readonly reporter: Reporter } {
  return (
    typeof module === "object" &&
    module !== null &&
    "reporter" in module &&
    typeof module.reporter === "object"
  );
}
